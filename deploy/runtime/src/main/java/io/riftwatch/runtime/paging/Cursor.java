package io.riftwatch.runtime.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

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

  /** As a client is given it. */
  public String encode() {
    return OpaqueKey.of(at + PARTS + id);
  }

  /** The place that a client got from an earlier page; empty where it is none. */
  public static Optional<Cursor> decode(String cursor) {
    return OpaqueKey.read(cursor).map(key -> key.split(PARTS, 2)).flatMap(Cursor::of);
  }

  private static Optional<Cursor> of(String[] parts) {
    try {
      return Optional.of(new Cursor(Instant.parse(parts[0]), parts[1]));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }
}
