package io.riftwatch.ingest.paging;

import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.OpaqueKey;
import jakarta.ws.rs.BadRequestException;

/** Reads the cursors that clients pass on; empty ones begin at the list's head. */
public final class Cursors {

  private Cursors() {}

  /**
   * The key that a list in order of keys goes on behind.
   *
   * @throws BadRequestException when this service never gave the cursor
   */
  public static String key(String cursor) {
    return OpaqueKey.read(cursor).orElseThrow(Cursors::foreign);
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
