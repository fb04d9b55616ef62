package io.riftwatch.runtime.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses text that PostgreSQL cannot hold: NUL, and half a surrogate pair. */
final class StorableText {

  private static final String COMPLAINT = "holds a NUL or half a character, which no text may";

  /** Who calls anything else, hubs for one, is told no more than that it is not there. */
  private static final String OPERATORS = "/api/";

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    UriInfo asked = request.getUriInfo();
    if (asked.getRequestUri().getPath().startsWith(OPERATORS)) {
      check(asked.getPathParameters());
      check(asked.getQueryParameters());
    }
  }

  private static void check(Map<String, List<String>> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (!values.stream().allMatch(StorableText::isStorable)) {
            throw Problem.ofField(name, COMPLAINT).asException();
          }
        });
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Reads the strings of a JSON body. */
  static final class Reader extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = StringDeserializer.instance.deserialize(json, context);
      if (text != null && !isStorable(text)) {
        return context.reportInputMismatch(this, COMPLAINT);
      }
      return text;
    }
  }
}
