package io.riftwatch.classify.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens in one pass. Words are cut at hyphens ({@code counter-terrorism} reads as
 * {@code counter terrorism}) and at apostrophes as the language demands; dotted abbreviations
 * ({@code U.S.}) stay whole.
 */
public final class Tokenizer {

  private final Morphology morphology;

  public Tokenizer(Morphology morphology) {
    this.morphology = morphology;
  }

  /** The tokens of the text, with offsets into it. */
  public List<Token> tokens(String text) {
    return tokens(text, 0, text.length());
  }

  /** The tokens between two offsets of the text. */
  public List<Token> tokens(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>(Math.max(8, (to - from) / 5));
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      if (Character.isDigit(c)) {
        i = number(text, i, to, tokens);
      } else if (letter(c)) {
        i = word(text, i, to, tokens);
      } else {
        int next = i + Character.charCount(c);
        if (apostrophe(c) && apostropheOpensClitic(text, i, to, tokens)) {
          next = wordEnd(text, next, to);
          add(tokens, text, i, next, Token.Kind.WORD);
        } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          add(tokens, text, i, next, Token.Kind.MARK);
        }
        i = next;
      }
    }
    return tokens;
  }

  private boolean apostropheOpensClitic(String text, int at, int to, List<Token> tokens) {
    if (morphology.apostrophe() != Morphology.Apostrophe.CLITIC || tokens.isEmpty()) {
      return false;
    }
    boolean touchesWord = tokens.get(tokens.size() - 1).end() == at;
    boolean letterFollows = at + 1 < to && letter(text.codePointAt(at + 1));
    boolean pluralPossessive = !letterFollows && at > 0 && text.charAt(at - 1) == 's';
    return touchesWord && (letterFollows || pluralPossessive);
  }

  private int number(String text, int start, int to, List<Token> tokens) {
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      boolean grouping =
          (c == ',' || c == '.') && i + 1 < to && Character.isDigit(text.charAt(i + 1));
      if (!Character.isDigit(c) && !grouping) {
        break;
      }
      i++;
    }
    add(tokens, text, start, i, Token.Kind.NUMBER);
    return i;
  }

  private int word(String text, int start, int to, List<Token> tokens) {
    int dotted = dottedEnd(text, start, to);
    if (dotted > start) {
      String letters = text.substring(start, dotted).replace(".", "");
      tokens.add(
          new Token(
              start,
              dotted,
              Token.Kind.WORD,
              morphology.word(letters),
              casing(letters, 0, letters.length())));
      return dotted;
    }
    int end = wordEnd(text, start, to);
    if (end < to
        && apostrophe(text.charAt(end))
        && end + 1 < to
        && letter(text.codePointAt(end + 1))) {
      switch (morphology.apostrophe()) {
        case ELISION -> end++;
        case LETTER -> end = wordEnd(text, end + 1, to);
        case CLITIC -> {}
      }
    }
    add(tokens, text, start, end, Token.Kind.WORD);
    return end;
  }

  private static int dottedEnd(String text, int start, int to) {
    int i = start;
    while (i + 1 < to && Character.isLetter(text.charAt(i)) && text.charAt(i + 1) == '.') {
      i += 2;
    }
    return i - start >= 4 ? i : start;
  }

  private static int wordEnd(String text, int start, int to) {
    int i = start;
    while (i < to) {
      int c = text.codePointAt(i);
      if (!letter(c) && !Character.isDigit(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean letter(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean apostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  private void add(List<Token> tokens, String text, int start, int end, Token.Kind kind) {
    String written = text.substring(start, end);
    tokens.add(new Token(start, end, kind, morphology.word(written), casing(text, start, end)));
  }

  private static Token.Casing casing(String text, int start, int end) {
    if (!Character.isUpperCase(text.codePointAt(start))) {
      return Token.Casing.LOWER;
    }
    for (int i = start + 1; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return Token.Casing.CAPITAL;
      }
    }
    return end - start > 1 ? Token.Casing.UPPER : Token.Casing.CAPITAL;
  }
}
