package io.riftwatch.ingest.markup;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Entities;

/**
 * Replaces references such as {@code &amp;}, {@code &#8217;} and {@code &eacute;} by what they
 * mean.
 */
public final class CharacterReferences {

  /**
   * Hears of references that are not what the format allows; places count from the text's start.
   */
  @FunctionalInterface
  public interface Listener {

    /** A reference at that place was read in some way. */
    void heard(Finding finding, int place);
  }

  /** What a reference turned out to be. */
  public enum Finding {
    /** Its name is known to HTML alone. */
    HTML_NAME,
    /** Nothing knows its name: it stays as written. */
    UNKNOWN_NAME,
    /** An ampersand begins no reference: it stands for itself. */
    STRAY_AMPERSAND,
    /** Its number is no character: it is left out. */
    NO_CHARACTER
  }

  private static final Map<String, String> XML =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  /** Names that XHTML 1.0, whose entities XML borrows, gives another character than HTML 5. */
  private static final Map<String, String> XHTML = Map.of("lang", "\u2329", "rang", "\u232A");

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_NUMBER = 12;

  /** What numbers 128 to 159 mean: windows-1252, as in every browser (HTML, 13.2.5.80). */
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private CharacterReferences() {}

  /** The text with its references replaced as HTML has them, with or without semicolon. */
  public static String inHtml(String text) {
    return replaced(text, (at, plain) -> html(text, at, plain));
  }

  /**
   * The text with its references replaced as XML has them.
   *
   * @param declared the document's own names; null for those that it does not have
   * @param listener hears what XML does not allow
   */
  public static String inXml(String text, UnaryOperator<String> declared, Listener listener) {
    return replaced(text, (at, plain) -> xml(text, at, plain, declared, listener));
  }

  /** Writes what the ampersand at a place stands for, and gives where the text goes on. */
  private interface Reference {
    int write(int at, StringBuilder plain);
  }

  private static String replaced(String text, Reference reference) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = text.indexOf('&', from)) {
      plain.append(text, from, at);
      from = reference.write(at, plain);
    }
    return plain.append(text, from, text.length()).toString();
  }

  /** The characters of windows-1252 for those that Unicode keeps for control. */
  public static char printable(char c) {
    return c >= 0x80 && c < 0xA0 ? WINDOWS_1252.charAt(c - 0x80) : c;
  }

  private static int html(String text, int at, StringBuilder plain) {
    if (text.startsWith("&#", at)) {
      int end = endOfNumber(text, at);
      if (end > 0) {
        appendNumber(text, at, end, plain);
        return end;
      }
    } else {
      int end = endOfName(text, at + 1);
      String name = text.substring(at + 1, end);
      boolean finished = end < text.length() && text.charAt(end) == ';';
      if (finished ? isHtml(name) : Entities.isBaseNamedEntity(name)) {
        plain.append(Entities.getByName(name));
        return finished ? end + 1 : end;
      }
    }
    plain.append('&');
    return at + 1;
  }

  private static int xml(
      String text, int at, StringBuilder plain, UnaryOperator<String> declared, Listener listener) {
    if (text.startsWith("&#", at)) {
      int end = endOfNumber(text, at);
      if (end > 0 && text.charAt(end - 1) == ';') {
        if (!appendNumber(text, at, end, plain)) {
          listener.heard(Finding.NO_CHARACTER, at);
        }
        return end;
      }
    } else {
      int end = endOfName(text, at + 1);
      if (end > at + 1 && end < text.length() && text.charAt(end) == ';') {
        return named(text, at, end, plain, declared, listener);
      }
    }
    listener.heard(Finding.STRAY_AMPERSAND, at);
    plain.append('&');
    return at + 1;
  }

  private static int named(
      String text,
      int at,
      int end,
      StringBuilder plain,
      UnaryOperator<String> declared,
      Listener listener) {
    String name = text.substring(at + 1, end);
    String known = XML.get(name);
    known = known == null ? declared.apply(name) : known;
    if (known != null) {
      plain.append(known);
    } else if (isHtml(name)) {
      listener.heard(Finding.HTML_NAME, at);
      plain.append(XHTML.getOrDefault(name, Entities.getByName(name)));
    } else {
      listener.heard(Finding.UNKNOWN_NAME, at);
      plain.append(text, at, end + 1);
    }
    return end + 1;
  }

  private static boolean isHtml(String name) {
    return name.equals("apos") || Entities.isNamedEntity(name);
  }

  private static int endOfName(String text, int from) {
    int at = from;
    int longest = Math.min(text.length(), from + LONGEST_NAME);
    while (at < longest && (isAsciiLetterOrDigit(text.charAt(at)) || isNameMark(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isNameMark(char c) {
    return c == '_' || c == '-' || c == '.';
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** The end of {@code &#160;} or {@code &#xA0}, or -1 where there is no number. */
  private static int endOfNumber(String text, int at) {
    int digits = isHexadecimal(text, at) ? at + 3 : at + 2;
    int radix = isHexadecimal(text, at) ? 16 : 10;
    int end = digits;
    int longest = Math.min(text.length(), digits + LONGEST_NUMBER);
    while (end < longest && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == digits) {
      return -1;
    }
    return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
  }

  private static boolean isHexadecimal(String text, int at) {
    return at + 2 < text.length() && (text.charAt(at + 2) | 0x20) == 'x';
  }

  /** Appends the character of a reference; answers whether it is one that text may hold. */
  private static boolean appendNumber(String text, int at, int end, StringBuilder plain) {
    boolean hexadecimal = isHexadecimal(text, at);
    int digitsEnd = text.charAt(end - 1) == ';' ? end - 1 : end;
    long number =
        Long.parseLong(text, hexadecimal ? at + 3 : at + 2, digitsEnd, hexadecimal ? 16 : 10);
    boolean isText =
        number >= 0x20
                && number <= Character.MAX_CODE_POINT
                && !(number >= 0xD800 && number < 0xE000)
            || number == '\n'
            || number == '\t'
            || number == '\r';
    if (isText) {
      plain.appendCodePoint(number < 0xA0 ? printable((char) number) : (int) number);
    }
    return isText;
  }
}
