package io.riftwatch.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/**
 * An error as a REST answer (RFC 9457, {@value #MEDIA_TYPE}).
 *
 * @param status HTTP status code
 * @param title the status in words
 * @param detail what is wrong and what to do
 * @param violations the fields that are wrong, none for other errors
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(int status, String title, String detail, List<Violation> violations) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param field the field's path in the request
   * @param message what is wrong with it
   */
  public record Violation(String field, String message) {}

  public Problem {
    violations = List.copyOf(violations);
  }

  /** An error that concerns no single field. */
  public static Problem of(int status, String detail) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    return new Problem(status, title, detail == null ? title : detail, List.of());
  }

  /** A request with one wrong field. */
  public static Problem ofField(String field, String message) {
    return new Problem(
        400, "Bad Request", field + ": " + message, List.of(new Violation(field, message)));
  }

  /**
   * The constant that a field of a request names.
   *
   * @throws WebApplicationException when there is none of that name
   */
  public static <E extends Enum<E>> E known(String field, String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ofField(
                        field,
                        "'%s' is not known; known are %s"
                            .formatted(name, List.of(type.getEnumConstants())))
                    .asException());
  }

  /** To be thrown, or to fail a Uni with. */
  public WebApplicationException asException() {
    return new WebApplicationException(detail, response());
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
