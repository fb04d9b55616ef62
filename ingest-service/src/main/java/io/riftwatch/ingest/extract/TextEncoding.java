package io.riftwatch.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decides in which charset the bytes of a feed or page are written, trusting in this order: the
 * byte order mark, bytes that are valid UTF-8, the HTTP header (unless it names only what servers
 * say by default), the document's own declaration, a guess from the bytes, and at last
 * windows-1252, the web's fallback.
 *
 * <p>The order differs from RFC 7303 in that headers of careless servers lose against the document.
 */
public final class TextEncoding {

  /**
   * A text and how it was decoded.
   *
   * @param text the characters, without byte order mark
   * @param warnings what was said of the charset and did not hold
   */
  public record Decoded(String text, List<String> warnings) {}

  /**
   * What is said of the charset.
   *
   * @param header the name in the HTTP header
   * @param declaration the name in the document
   */
  private record Claims(Optional<String> header, Optional<String> declaration) {}

  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int DECLARATION_WITHIN = 1024;
  private static final int GUESSED_WITHIN = 1 << 16;
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([a-z0-9_.:-]+)");
  private static final Set<Charset> SERVER_DEFAULTS = Set.of(FALLBACK, StandardCharsets.UTF_8);

  private TextEncoding() {}

  /**
   * Decodes a body.
   *
   * @param contentType the HTTP header's value, empty where there was none
   */
  public static Decoded decode(byte[] body, String contentType) {
    Optional<ByteMark> mark = ByteMark.of(body);
    if (mark.isPresent()) {
      return marked(body, mark.get());
    }
    Claims claims =
        new Claims(
            first(HEADER, contentType),
            first(DECLARATION, head(body, StandardCharsets.ISO_8859_1)));
    String text = new String(body, StandardCharsets.UTF_8);
    if (isUtf8(text, body)) {
      return new Decoded(text, warnings(claims, StandardCharsets.UTF_8, isAscii(body)));
    }
    return claimed(claims, body).or(() -> damaged(text)).orElseGet(() -> guessed(claims, body));
  }

  private static Decoded marked(byte[] body, ByteMark mark) {
    Charset charset =
        mark.length() > 0 || !mark.charset().name().startsWith("IBM")
            ? mark.charset()
            : first(DECLARATION, head(body, mark.charset()))
                .flatMap(CharsetLabel::charset)
                .orElse(mark.charset());
    String text = new String(body, mark.length(), body.length - mark.length(), charset);
    boolean isWhole = text.indexOf('\uFFFD') < 0;
    return new Decoded(
        text,
        isWhole
            ? List.of()
            : List.of("bytes that are not " + charset.name() + " are shown as \uFFFD"));
  }

  private static Optional<Decoded> claimed(Claims claims, byte[] body) {
    Optional<Charset> header = claims.header().flatMap(CharsetLabel::charset);
    Optional<Charset> declared = claims.declaration().flatMap(CharsetLabel::charset);
    return Stream.of(header.filter(c -> !SERVER_DEFAULTS.contains(c)), declared, header)
        .flatMap(Optional::stream)
        .filter(TextEncoding::extendsAscii)
        .filter(c -> fits(c, body))
        .findFirst()
        .map(c -> new Decoded(new String(body, c), warnings(claims, c, false)));
  }

  /** UTF-8 in which some bytes are wrong; in other charsets hardly any bytes would be right. */
  private static Optional<Decoded> damaged(String utf8) {
    long wrong = utf8.chars().filter(c -> c == '\uFFFD').count();
    long right = utf8.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return right > wrong
        ? Optional.of(new Decoded(utf8, List.of("bytes that are not UTF-8 are shown as \uFFFD")))
        : Optional.empty();
  }

  private static Decoded guessed(Claims claims, byte[] body) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(body, 0, Math.min(body.length, GUESSED_WITHIN));
    detector.dataEnd();
    Charset charset =
        Optional.ofNullable(detector.getDetectedCharset())
            .flatMap(CharsetLabel::charset)
            .filter(TextEncoding::extendsAscii)
            .orElse(FALLBACK);
    List<String> warnings = new ArrayList<>(warnings(claims, charset, false));
    warnings.add(
        claims.header().or(claims::declaration).isEmpty()
            ? "neither the server nor the document says in which charset it is; it is read as "
                + charset.name()
            : "the bytes do not fit the charset that is claimed; they are read as "
                + charset.name());
    return new Decoded(new String(body, charset), warnings);
  }

  private static List<String> warnings(Claims claims, Charset chosen, boolean isAscii) {
    List<String> warnings = new ArrayList<>();
    claims
        .header()
        .filter(name -> isBroken(name, chosen, isAscii))
        .ifPresent(
            name ->
                warnings.add(
                    "the server says charset "
                        + name
                        + ", but the bytes were read as "
                        + chosen.name()
                        + "; the outlet's Content-Type header is wrong"));
    claims
        .declaration()
        .filter(name -> isBroken(name, chosen, isAscii && isAsciiLike(name)))
        .ifPresent(
            name ->
                warnings.add(
                    "the document declares charset "
                        + name
                        + ", but the bytes were read as "
                        + chosen.name()));
    return warnings;
  }

  /** Whether a claim does not hold; in ASCII most charsets are the same. */
  private static boolean isBroken(String name, Charset chosen, boolean isAscii) {
    return !isAscii && CharsetLabel.charset(name).filter(chosen::equals).isEmpty();
  }

  /** Whether a name is known, and of a charset in which ASCII is ASCII. */
  private static boolean isAsciiLike(String name) {
    return CharsetLabel.charset(name).filter(TextEncoding::extendsAscii).isPresent();
  }

  private static boolean isAscii(byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** A document whose declaration can be read byte by byte is not in UTF-16 and its like. */
  private static boolean extendsAscii(Charset charset) {
    return !charset.name().startsWith("UTF-16")
        && !charset.name().startsWith("UTF-32")
        && new String(new byte[] {'<'}, charset).equals("<");
  }

  /** A replacement character is either the document's own or the decoder's complaint. */
  private static boolean isUtf8(String text, byte[] body) {
    return text.indexOf('\uFFFD') < 0 || fits(StandardCharsets.UTF_8, body);
  }

  private static boolean fits(Charset charset, byte[] body) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String head(byte[] body, Charset charset) {
    return new String(body, 0, Math.min(body.length, DECLARATION_WITHIN), charset);
  }

  private static Optional<String> first(Pattern pattern, String in) {
    Matcher matcher = pattern.matcher(in);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
