package io.riftwatch.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides in which charset the bytes of a feed or page are written, trusting in this order: the
 * byte order mark, bytes that are valid UTF-8, the HTTP header (unless it names only what servers
 * say by default), the document's own declaration, and at last windows-1252, the web's fallback.
 *
 * <p>The order differs from RFC 7303 in that headers of careless servers lose against the document.
 */
public final class TextEncoding {

  /**
   * A text and how it was decoded.
   *
   * @param text the characters, without byte order mark
   * @param warnings what the sender said of the charset and did not hold
   */
  public record Decoded(String text, List<String> warnings) {}

  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int DECLARATION_WITHIN = 1024;
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([a-z0-9_.:-]+)");
  private static final Set<Charset> SERVER_DEFAULTS =
      Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_8);

  private record Mark(Charset charset, byte... bytes) {
    boolean opens(byte[] body) {
      return body.length >= bytes.length
          && Arrays.equals(body, 0, bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, (byte) 0xEF, (byte) 0xBB, (byte) 0xBF),
          new Mark(StandardCharsets.UTF_16BE, (byte) 0xFE, (byte) 0xFF),
          new Mark(StandardCharsets.UTF_16LE, (byte) 0xFF, (byte) 0xFE));

  private TextEncoding() {}

  /**
   * Decodes a body.
   *
   * @param contentType the HTTP header's value, empty where there was none
   */
  public static Decoded decode(byte[] body, String contentType) {
    for (Mark mark : MARKS) {
      if (mark.opens(body)) {
        int skip = mark.bytes().length;
        return new Decoded(new String(body, skip, body.length - skip, mark.charset()), List.of());
      }
    }
    Optional<String> named = first(HEADER, contentType);
    String head =
        new String(body, 0, Math.min(body.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
    Optional<Charset> header = named.flatMap(TextEncoding::charset);
    Optional<Charset> declared = first(DECLARATION, head).flatMap(TextEncoding::charset);
    Charset chosen =
        Stream.of(
                Optional.of(StandardCharsets.UTF_8),
                header.filter(c -> !SERVER_DEFAULTS.contains(c)),
                declared,
                header)
            .flatMap(Optional::stream)
            .filter(c -> fits(c, body))
            .findFirst()
            .orElse(FALLBACK);
    return new Decoded(new String(body, web(chosen)), warnings(named, chosen, body));
  }

  private static List<String> warnings(Optional<String> named, Charset chosen, byte[] body) {
    boolean held = named.isEmpty() || charset(named.get()).filter(chosen::equals).isPresent();
    if (held || isAscii(body)) {
      return List.of();
    }
    return List.of(
        "the server says charset "
            + named.get()
            + ", but the bytes were read as "
            + chosen.name()
            + "; the outlet's Content-Type header is wrong");
  }

  private static boolean isAscii(byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** What calls itself ISO 8859-1 is read as windows-1252 (WHATWG Encoding, section 4.2). */
  private static Charset web(Charset charset) {
    return charset.equals(StandardCharsets.ISO_8859_1) ? FALLBACK : charset;
  }

  private static boolean fits(Charset charset, byte[] body) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<String> first(Pattern pattern, String in) {
    Matcher matcher = pattern.matcher(in);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
