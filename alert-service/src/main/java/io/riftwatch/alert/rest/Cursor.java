package io.riftwatch.alert.rest;

import io.riftwatch.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a list that runs from the newest to the oldest.
 *
 * @param at time of the last item read
 * @param id its id
 */
public record Cursor(Instant at, String id) {

  /** Before the newest item of every list. */
  public static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

  private static final String PARTS = " ";

  String encode() {
    byte[] text = (at + PARTS + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** The place a client got from an earlier page. */
  static Cursor decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split(PARTS, 2);
      return new Cursor(Instant.parse(parts[0]), parts[1]);
    } catch (IllegalArgumentException
        | DateTimeException
        | ArrayIndexOutOfBoundsException notACursor) {
      throw Problem.ofField("cursor", "is not one of this list: leave it out to begin anew")
          .asException();
    }
  }
}
