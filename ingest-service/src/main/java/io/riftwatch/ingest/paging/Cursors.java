package io.riftwatch.ingest.paging;

import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.OpaqueKey;
import jakarta.ws.rs.BadRequestException;
import java.util.regex.Pattern;

/** Reads the cursors that clients pass on; empty ones begin at the list's head. */
public final class Cursors {

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\P{Cntrl}+");

  private Cursors() {}

  /**
   * The address that a list in order of addresses goes on behind.
   *
   * @throws BadRequestException when this service never gave the cursor
   */
  public static String address(String cursor) {
    return cursor.isEmpty()
        ? ""
        : OpaqueKey.read(cursor)
            .filter(key -> ADDRESS.matcher(key).matches())
            .orElseThrow(Cursors::foreign);
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
