package io.riftwatch.ingest.markup;

import java.util.Arrays;

/**
 * Plain text as it is written down: runs of spaces become one, paragraphs stand apart by one blank
 * line, and what no text means is left out (control characters, halves of characters, soft
 * hyphens).
 */
public final class TextFlow {

  private static final int BLANK_LINE = 2;
  private static final char SOFT_HYPHEN = '\u00AD';

  private char[] text;
  private int length;
  private int breaks;
  private boolean spaced;

  /**
   * @param expected characters, roughly
   */
  public TextFlow(int expected) {
    text = new char[expected + BLANK_LINE];
  }

  /** Begins a new line before what follows. */
  public void line() {
    breaks = Math.min(BLANK_LINE, breaks + 1);
  }

  /** Begins a new paragraph before what follows. */
  public void paragraph() {
    breaks = BLANK_LINE;
  }

  /** Appends words in which line breaks are spaces, as in HTML. */
  public void words(String words) {
    words(words, 0, words.length());
  }

  /** The same for a part of a text. */
  public void words(String words, int from, int to) {
    int at = from;
    while (at < to) {
      char c = words.charAt(at);
      if (c > ' ' && c < 0x7F) {
        at = plain(words, at, to);
      } else if (isSpace(c) || isLineEnd(c)) {
        spaced = true;
        at++;
      } else {
        at = other(words, at, to);
      }
    }
  }

  /** Appends words in which line breaks are line breaks. */
  public void lines(String words) {
    int to = words.length();
    int at = 0;
    while (at < to) {
      char c = words.charAt(at);
      if (c > ' ' && c < 0x7F) {
        at = plain(words, at, to);
      } else if (isSpace(c)) {
        spaced = true;
        at++;
      } else if (isLineEnd(c)) {
        line();
        at += c == '\r' && at + 1 < to && words.charAt(at + 1) == '\n' ? 2 : 1;
      } else {
        at = other(words, at, to);
      }
    }
  }

  /** The text so far, without space at its ends. */
  @Override
  public String toString() {
    return new String(text, 0, length);
  }

  /** Appends the run of ASCII with single spaces that begins here; answers where it ends. */
  private int plain(String words, int from, int to) {
    int at = from + 1;
    while (at < to) {
      char c = words.charAt(at);
      boolean isWord = c > ' ' && c < 0x7F;
      if (!isWord && (c != ' ' || words.charAt(at - 1) == ' ')) {
        break;
      }
      at++;
    }
    int end = words.charAt(at - 1) == ' ' ? at - 1 : at;
    flush(end - from);
    words.getChars(from, end, text, length);
    length += end - from;
    spaced = end < at;
    return at;
  }

  /** Appends the run of other characters that begins here, or nothing; answers where it ends. */
  private int other(String words, int from, int to) {
    int at = from;
    while (at < to && isLetter(words.charAt(at))) {
      at++;
    }
    if (at > from) {
      flush(at - from);
      words.getChars(from, at, text, length);
      length += at - from;
      return at;
    }
    return single(words, from, to);
  }

  /** Whether a character lies where neither spaces nor controls nor halves are. */
  private static boolean isLetter(char c) {
    return c > 0xA0 && c < '\u1680' && c != SOFT_HYPHEN
        || c > '\u3000' && c < Character.MIN_SURROGATE;
  }

  private int single(String words, int from, int to) {
    char c = words.charAt(from);
    if (Character.isSurrogate(c)) {
      return surrogate(words, from, to);
    }
    char shown = CharacterReferences.printable(c);
    if (shown >= 0xA0 && shown < 0xFFFE && shown != SOFT_HYPHEN) {
      flush(1);
      text[length++] = shown;
    }
    return from + 1;
  }

  /** Halves of characters mean nothing on their own. */
  private int surrogate(String words, int from, int to) {
    if (from + 1 < to && Character.isSurrogatePair(words.charAt(from), words.charAt(from + 1))) {
      flush(2);
      text[length++] = words.charAt(from);
      text[length++] = words.charAt(from + 1);
      return from + 2;
    }
    return from + 1;
  }

  /** Writes the space or line break that is due, and makes room for what follows. */
  private void flush(int more) {
    int needed = length + more + BLANK_LINE;
    if (needed > text.length) {
      text = Arrays.copyOf(text, needed + (needed >> 1));
    }
    if (length > 0) {
      if (breaks > 0) {
        text[length++] = '\n';
        if (breaks > 1) {
          text[length++] = '\n';
        }
      } else if (spaced) {
        text[length++] = ' ';
      }
    }
    breaks = 0;
    spaced = false;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\f'
        || c == 0x0B
        || c == 0xA0
        || c == '\u200B'
        || c == '\uFEFF'
        || c >= '\u1680' && Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
