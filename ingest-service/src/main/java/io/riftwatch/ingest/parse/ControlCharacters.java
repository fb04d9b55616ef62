package io.riftwatch.ingest.parse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.regex.Pattern;

/** Finds the control characters that neither XML nor JSON allows (XML 1.0, section 2.2). */
final class ControlCharacters {

  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SPACES = 0x2020202020202020L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ControlCharacters() {}

  /**
   * Whether a body may hold some; false is certain for charsets that extend ASCII. Looks at eight
   * bytes at a time, since nearly no body does.
   */
  static boolean mayBeIn(byte[] body) {
    int at = 0;
    for (; at + Long.BYTES <= body.length; at += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(body, at);
      boolean hasLowByte = (eight - SPACES & ~eight & HIGH_BITS) != 0;
      if (hasLowByte && isForbiddenIn(body, at, at + Long.BYTES)) {
        return true;
      }
    }
    return isForbiddenIn(body, at, body.length);
  }

  /** The place of the first, or -1. */
  static int firstIn(String text) {
    var matcher = FORBIDDEN.matcher(text);
    return matcher.find() ? matcher.start() : -1;
  }

  /** The text without them. */
  static String removed(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }

  private static boolean isForbiddenIn(byte[] body, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = body[i];
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return true;
      }
    }
    return false;
  }
}
