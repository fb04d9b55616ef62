package io.riftwatch.runtime.paging;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cursors that clients pass on; empty ones begin at the list's head. */
public final class Cursors {

  private Cursors() {}

  /**
   * The key that a list goes on behind; empty at its head.
   *
   * @param keys what the keys of the list look like
   * @throws BadRequestException when this service never gave the cursor
   */
  public static Optional<String> key(String cursor, Pattern keys) {
    return cursor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            OpaqueKey.read(cursor)
                .filter(key -> keys.matcher(key).matches())
                .orElseThrow(Cursors::foreign));
  }

  /**
   * The place that a list from the newest to the oldest goes on behind.
   *
   * @throws BadRequestException when this service never gave the cursor
   */
  public static Cursor place(String cursor) {
    return cursor.isEmpty() ? Cursor.START : Cursor.decode(cursor).orElseThrow(Cursors::foreign);
  }

  private static BadRequestException foreign() {
    return new BadRequestException(
        "the cursor is not one that this list gave: pass on \"next\" of the page before, unchanged");
  }
}
