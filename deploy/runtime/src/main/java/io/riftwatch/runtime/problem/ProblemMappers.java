package io.riftwatch.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a {@link Problem}. */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    if (e.getResponse().getEntity() instanceof Problem) {
      return e.getResponse();
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    return Problem.of(e.getResponse().getStatus(), e.getMessage()).response();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    List<Problem.Violation> violations =
        e.getConstraintViolations().stream().map(ProblemMappers::violation).toList();
    String detail =
        violations.stream()
            .map(v -> v.field() + " " + v.message())
            .collect(Collectors.joining("; "));
    return new Problem(400, "Bad Request", detail, violations).response();
  }

  /** Ahead of Quarkus's own mapper, which answers in another form. */
  @ServerExceptionMapper
  @Priority(1)
  Response unmapped(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  Response bug(Throwable e) {
    LOG.error("a request failed for a reason of our own", e);
    return Problem.of(500, "an error of ours; the log of the service tells more").response();
  }

  private static Response unreadable(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return Problem.ofField(path(unknown), "is not known here; known are " + known).response();
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Problem.ofField(
              path(mapping), "has a value that does not fit: " + e.getOriginalMessage())
          .response();
    }
    return Problem.of(400, "the body is not JSON: " + e.getOriginalMessage()).response();
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() != null ? r.getFieldName() : "[" + r.getIndex() + "]")
        .collect(Collectors.joining("."));
  }

  /**
   * The path without the resource's method and its body parameter, which mean nothing to a caller.
   */
  private static Problem.Violation violation(ConstraintViolation<?> v) {
    List<String> parameters = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    for (Path.Node node : v.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, RETURN_VALUE, CROSS_PARAMETER, CONSTRUCTOR -> {}
        case PARAMETER -> parameters.add(node.getName());
        case BEAN, PROPERTY, CONTAINER_ELEMENT -> properties.add(node.toString());
      }
    }
    List<String> field = properties.isEmpty() ? parameters : properties;
    return new Problem.Violation(String.join(".", field), v.getMessage());
  }
}
