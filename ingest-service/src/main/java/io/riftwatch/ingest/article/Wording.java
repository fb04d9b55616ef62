package io.riftwatch.ingest.article;

import java.text.Normalizer;

/** What a text says, without how it is set: two texts of one wording are one text. */
final class Wording {

  private static final int EXPECTED_GROWTH = 16;

  private Wording() {}

  /**
   * The words and signs of a text in lower case, each parted from the next by one space; quotation
   * marks, dashes, spacing and other punctuation do not count, amounts of money and percentages do.
   */
  static String of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder words = new StringBuilder(composed.length() + EXPECTED_GROWTH);
    boolean isParted = true;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (isSaid(c)) {
        words.appendCodePoint(Character.toLowerCase(c));
        isParted = false;
      } else if (!isParted && !isWithinWord(c)) {
        words.append(' ');
        isParted = true;
      }
    }
    return words.toString().strip();
  }

  /** The number of words of a wording. */
  static int count(String wording) {
    return wording.isEmpty() ? 0 : (int) wording.chars().filter(c -> c == ' ').count() + 1;
  }

  private static boolean isSaid(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.CURRENCY_SYMBOL ->
              true;
          default -> c == '%';
        };
  }

  /** Soft hyphens and joiners part nothing. */
  private static boolean isWithinWord(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
