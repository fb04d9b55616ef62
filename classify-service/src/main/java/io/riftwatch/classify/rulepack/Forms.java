package io.riftwatch.classify.rulepack;

import java.util.ArrayList;
import java.util.List;

/** Writes out the forms of a shorthand: {@code malien(|s|ne|nes)} are four words. */
final class Forms {

  private Forms() {}

  static List<String> expand(String shorthand) {
    int open = shorthand.indexOf('(');
    if (open < 0) {
      return List.of(shorthand);
    }
    int close = shorthand.indexOf(')', open);
    if (close < 0) {
      throw new IllegalArgumentException("( without ) in '" + shorthand + "'");
    }
    List<String> forms = new ArrayList<>();
    for (String ending : shorthand.substring(open + 1, close).split("\\|", -1)) {
      forms.addAll(expand(shorthand.substring(0, open) + ending + shorthand.substring(close + 1)));
    }
    return forms;
  }
}
