package io.riftwatch.ingest.extract;

/** What differs between the world's scripts when texts are measured. */
final class Script {

  /** How many letters of an alphabet say what one ideograph or syllable says. */
  private static final int LETTERS_OF_AN_IDEOGRAPH = 3;

  private static final String SENTENCE_ENDS = ".!?…。！？؟۔।։჻።:;：；";
  private static final String CLOSERS = "\"'”’»)]›」』）】“‘";

  private Script() {}

  /** The length of a text in letters of an alphabet. */
  static int length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (isDense(text.charAt(i))) {
        length += LETTERS_OF_AN_IDEOGRAPH - 1;
      }
    }
    return length;
  }

  /** Whether a text ends with the mark of a sentence's end, in whatever script. */
  static boolean endsAsSentence(String text) {
    int last = text.length() - 1;
    while (last >= 0
        && (CLOSERS.indexOf(text.charAt(last)) >= 0 || Character.isWhitespace(text.charAt(last)))) {
      last--;
    }
    return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
  }

  private static boolean isDense(char c) {
    return c >= '\u2e80' && c <= '\u9fff'
        || c >= '\uac00' && c <= '\ud7a3'
        || c >= '\uf900' && c <= '\ufaff';
  }
}
