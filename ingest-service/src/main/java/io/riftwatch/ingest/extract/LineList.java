package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of lines to know: {@code ^} marks what a line begins with, {@code =} the whole line, and
 * without a mark a short line holds it. Case, white space and closing punctuation do not count.
 */
final class LineList {

  private static final Pattern CLOSING = Pattern.compile("[\\s\\p{Punct}»→›…]+$");
  private static final Pattern OPENING = Pattern.compile("^[\\s>»→›•▶►*_|\\[–—-]+");

  private final int longest;
  private final Set<String> whole = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private LineList(int longest) {
    this.longest = longest;
  }

  /**
   * Reads a list.
   *
   * @param longest characters of a line above which it is a line of its own right
   */
  static LineList read(String name, int longest) {
    LineList list = new LineList(longest);
    WordList.read(name).forEach(list::add);
    return list;
  }

  private void add(String line) {
    switch (line.charAt(0)) {
      case '=' -> whole.add(line.substring(1));
      case '^' -> beginnings.add(line.substring(1));
      default -> parts.add(line);
    }
  }

  boolean knows(String text) {
    if (text.length() > longest) {
      return false;
    }
    String line = OPENING.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll("");
    return whole.contains(CLOSING.matcher(line).replaceAll(""))
        || beginnings.stream().anyMatch(beginning -> begins(line, beginning))
        || parts.stream().anyMatch(line::contains);
  }

  /** A beginning ends where a word ends; scripts without spaces have no such place. */
  private static boolean begins(String line, String beginning) {
    if (!line.startsWith(beginning)) {
      return false;
    }
    if (line.length() == beginning.length()) {
      return true;
    }
    int last = beginning.codePointBefore(beginning.length());
    int next = line.codePointAt(beginning.length());
    return !Character.isLetterOrDigit(next)
        || !Character.isLetterOrDigit(last)
        || Character.isIdeographic(last);
  }
}
