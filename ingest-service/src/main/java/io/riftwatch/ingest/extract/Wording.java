package io.riftwatch.ingest.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares texts by their letters and digits alone. */
final class Wording {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Wording() {}

  /** A text's letters and digits in lower case. */
  static String of(String text) {
    return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
