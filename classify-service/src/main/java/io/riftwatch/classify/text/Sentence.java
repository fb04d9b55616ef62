package io.riftwatch.classify.text;

import java.util.List;

/**
 * A run of tokens between two ends of sentence.
 *
 * @param tokens its tokens, marks included
 */
public record Sentence(List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public int size() {
    return tokens.size();
  }

  public Token at(int index) {
    return tokens.get(index);
  }

  /** The word at an index. */
  public Word word(int index) {
    return tokens.get(index).word();
  }

  /** Whether the index is within the sentence and its token can be the part. */
  public boolean is(int index, Part part) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(part);
  }

  /** Whether the index is within the sentence and its token is the mark. */
  public boolean mark(int index, char mark) {
    return index >= 0 && index < tokens.size() && tokens.get(index).mark(mark);
  }

  /** Whether the token is a hyphen between two words that it joins: counter-terrorism. */
  public boolean hyphen(int index) {
    return index > 0
        && index + 1 < tokens.size()
        && tokens.get(index).mark('-')
        && tokens.get(index - 1).end() == tokens.get(index).start()
        && tokens.get(index).end() == tokens.get(index + 1).start();
  }

  /** Whether all words of more than one letter are in capitals, as in some headlines. */
  public boolean shouted() {
    return tokens.stream()
        .noneMatch(t -> t.kind() == Token.Kind.WORD && t.casing() == Token.Casing.LOWER);
  }
}
