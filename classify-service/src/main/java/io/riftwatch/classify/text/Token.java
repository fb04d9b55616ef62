package io.riftwatch.classify.text;

/**
 * One word, number or mark of a text.
 *
 * @param start offset of its first character in the text, in UTF-16 units
 * @param end offset behind its last character
 * @param kind what it is
 * @param word what the language knows of it
 * @param casing how it is written
 */
public record Token(int start, int end, Kind kind, Word word, Casing casing) {

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  /** How a token is written. */
  public enum Casing {
    LOWER,
    CAPITAL,
    UPPER
  }

  /** Whether it is a word or number and not a mark. */
  public boolean spoken() {
    return kind != Kind.MARK;
  }

  /** Whether it is the mark. */
  public boolean mark(char mark) {
    return kind == Kind.MARK && word.form().charAt(0) == mark;
  }

  /** Whether it is a word that can be the part. */
  public boolean is(Part part) {
    return word.is(part);
  }
}
