package io.riftwatch.ingest.paging;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Hides the key that a page begins after, so that clients pass it on and do not build it. */
public final class Cursor {

  private Cursor() {}

  /** The cursor of a key. */
  public static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key in a cursor.
   *
   * @throws BadRequestException when it is not one that this service gave
   */
  public static String key(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  /** What to throw for a cursor whose key makes no sense to the list. */
  public static BadRequestException unknown() {
    return new BadRequestException(
        "the cursor is not one that this list gave: pass on \"next\" of the page before, unchanged");
  }
}
