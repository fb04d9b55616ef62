package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.parse.FeedText.Format;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * The elements that hold a text for people: RFC 4287, section 3.1; Atom 0.3's {@code type} and
 * {@code mode}; RSS, which says nothing.
 */
final class TextConstruct {

  private TextConstruct() {}

  /**
   * The text of an element.
   *
   * @param otherwise what it is written in where it does not say
   */
  static FeedText of(XmlElement element, Inside inside, Format otherwise) {
    if (inside.hasElements()) {
      return FeedText.of(inside.markup(), Format.XHTML);
    }
    String type = element.attribute("type").orElse("").strip().toLowerCase(Locale.ROOT);
    if (isBase64(element, type)) {
      return FeedText.of(decoded(inside.text()), format(type, Format.HTML));
    }
    return FeedText.of(inside.text(), format(type, otherwise));
  }

  private static Format format(String type, Format otherwise) {
    return switch (type) {
      case "" -> otherwise;
      case "text", "plain", "text/plain" ->
          otherwise == Format.UNSAID ? Format.UNSAID : Format.PLAIN;
      case "xhtml", "application/xhtml+xml" -> Format.PLAIN;
      default -> Format.HTML;
    };
  }

  private static boolean isBase64(XmlElement element, String type) {
    boolean isText = !type.contains("/") || type.startsWith("text/") || type.endsWith("xml");
    return !isText || element.attribute("mode").filter("base64"::equals).isPresent();
  }

  /** Bytes that are no text, such as a picture's, are nothing to read. */
  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return "";
    }
  }
}
