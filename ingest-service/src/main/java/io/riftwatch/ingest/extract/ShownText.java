package io.riftwatch.ingest.extract;

/**
 * Gathers the text of a block as a browser shows it: with one space for every run of white space.
 */
final class ShownText {

  private static final char DELETE = '\u007f';
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final char ZERO_WIDTH_SPACE = '\u200b';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final StringBuilder text = new StringBuilder();

  /** Whether something preformatted is in it. */
  private boolean asWritten;

  /** Whether something is in it that no text means. */
  private boolean unclean;

  void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c > ' ' && c < DELETE) {
        text.append(c);
      } else if (isSpace(c)) {
        appendSpace();
      } else {
        unclean |= c <= DELETE || c == SOFT_HYPHEN || Character.isSurrogate(c);
        text.append(c);
      }
    }
  }

  void appendPreformatted(String words) {
    asWritten = true;
    text.append(words);
  }

  /** What was gathered since the last time. */
  String take() {
    if (text.isEmpty()) {
      return "";
    }
    String gathered = text.toString();
    boolean lines = asWritten;
    boolean clean = !unclean;
    text.setLength(0);
    asWritten = false;
    unclean = false;
    if (lines) {
      return HtmlText.tidy(gathered);
    }
    return clean ? gathered.strip() : HtmlText.oneLine(gathered);
  }

  private void appendSpace() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == ZERO_WIDTH_SPACE
        || c == BYTE_ORDER_MARK;
  }
}
