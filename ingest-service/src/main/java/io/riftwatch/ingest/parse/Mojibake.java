package io.riftwatch.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Mends text that was UTF-8, was taken for windows-1252 and was encoded again: "â€™" is "’". */
final class Mojibake {

  private static final Map<Character, Byte> BYTES = bytes();

  private Mojibake() {}

  /** The text as it was meant; a text that is no such mistake stays as it is. */
  static String mended(String text) {
    int first = firstBeyondAscii(text);
    if (first < 0 || !BYTES.containsKey(text.charAt(first))) {
      return text;
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      Byte known = c < 0x80 ? Byte.valueOf((byte) c) : BYTES.get(c);
      if (known == null) {
        return text;
      }
      bytes[i] = known;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static int firstBeyondAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return i;
      }
    }
    return -1;
  }

  private static Map<Character, Byte> bytes() {
    Map<Character, Byte> bytes = new HashMap<>();
    Charset windows = Charset.forName("windows-1252");
    for (int i = 0x80; i <= 0xFF; i++) {
      byte[] one = {(byte) i};
      bytes.put((char) i, (byte) i);
      bytes.putIfAbsent(new String(one, windows).charAt(0), (byte) i);
    }
    bytes.remove('\uFFFD');
    return bytes;
  }
}
