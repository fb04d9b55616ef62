package io.riftwatch.ingest.markup;

/**
 * Plain text as it is written down: runs of spaces become one, paragraphs stand apart by one blank
 * line, and what no text means is left out (control characters, halves of characters).
 */
public final class TextFlow {

  private static final int BLANK_LINE = 2;

  private final StringBuilder text;
  private int breaks;
  private boolean spaced;

  /**
   * @param expected characters, roughly
   */
  public TextFlow(int expected) {
    text = new StringBuilder(expected);
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
    int length = words.length();
    for (int i = 0; i < length; i++) {
      char c = words.charAt(i);
      if (c > ' ' && c < 0x7F) {
        i = plain(words, i, length);
      } else if (isSpace(c) || isLineEnd(c)) {
        spaced = true;
      } else {
        i = other(words, i);
      }
    }
  }

  /** Appends words in which line breaks are line breaks. */
  public void lines(String words) {
    int length = words.length();
    for (int i = 0; i < length; i++) {
      char c = words.charAt(i);
      if (c > ' ' && c < 0x7F) {
        i = plain(words, i, length);
      } else if (isSpace(c)) {
        spaced = true;
      } else if (isLineEnd(c)) {
        line();
        i = c == '\r' && i + 1 < length && words.charAt(i + 1) == '\n' ? i + 1 : i;
      } else {
        i = other(words, i);
      }
    }
  }

  /** The text so far, without space at its ends. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Appends the run of ASCII that begins here; answers its last place. */
  private int plain(String words, int from, int length) {
    int at = from + 1;
    while (at < length && words.charAt(at) > ' ' && words.charAt(at) < 0x7F) {
      at++;
    }
    flush();
    text.append(words, from, at);
    return at - 1;
  }

  private int other(String words, int at) {
    char c = words.charAt(at);
    if (Character.isHighSurrogate(c)) {
      if (at + 1 < words.length() && Character.isLowSurrogate(words.charAt(at + 1))) {
        flush();
        text.append(c).append(words.charAt(at + 1));
        return at + 1;
      }
    } else if (c > 0x7F && !Character.isLowSurrogate(c) && c < 0xFFFE) {
      char shown = CharacterReferences.printable(c);
      if (shown >= 0xA0) {
        flush();
        text.append(shown);
      }
    }
    return at;
  }

  private void flush() {
    if (text.length() > 0) {
      if (breaks > 0) {
        text.append(breaks == 1 ? "\n" : "\n\n");
      } else if (spaced) {
        text.append(' ');
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
        || c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
