package io.riftwatch.classify.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts the tokens of a text into sentences: at full stops, question marks and line ends. */
public final class Sentences {

  /** A sentence is cut here even where no end of sentence stands: work stays linear in length. */
  private static final int LONGEST = 250;

  private final Set<String> abbreviations;

  /**
   * @param abbreviations words whose full stop ends no sentence, without it
   */
  public Sentences(Collection<String> abbreviations) {
    this.abbreviations =
        abbreviations.stream().map(Morphology::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** The sentences of the text whose tokens are given. */
  public List<Sentence> of(String text, List<Token> tokens) {
    List<Sentence> sentences = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int end = i + 1;
      if (end == tokens.size() || end - begin >= LONGEST || ends(text, tokens, i)) {
        sentences.add(new Sentence(tokens.subList(begin, end)));
        begin = end;
      }
    }
    return sentences;
  }

  private boolean ends(String text, List<Token> tokens, int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    if (lineBreak(text, token.end(), next.start())) {
      return true;
    }
    if (token.kind() != Token.Kind.MARK) {
      return false;
    }
    return switch (token.word().form().charAt(0)) {
      case '!', '?', '\u2026', '\u3002', '\u061F', '\uFF01', '\uFF1F' -> !closes(next);
      case '.' -> stop(tokens, i, next);
      default -> closes(token) && i > 0 && endMark(tokens.get(i - 1)) && opens(next);
    };
  }

  private boolean stop(List<Token> tokens, int i, Token next) {
    if (i > 0 && tokens.get(i - 1).end() == tokens.get(i).start()) {
      Token before = tokens.get(i - 1);
      if (abbreviations.contains(before.word().form())
          || before.kind() == Token.Kind.WORD && before.end() - before.start() == 1) {
        return false;
      }
    }
    return !closes(next) && opens(next);
  }

  private static boolean opens(Token next) {
    return next.kind() != Token.Kind.WORD || next.casing() != Token.Casing.LOWER || !cased(next);
  }

  private static boolean cased(Token token) {
    int first = token.word().form().codePointAt(0);
    return Character.isLowerCase(first) || Character.isUpperCase(first);
  }

  private static boolean endMark(Token token) {
    return token.mark('.') || token.mark('!') || token.mark('?');
  }

  private static boolean closes(Token token) {
    return token.mark('"')
        || token.mark('\u201D')
        || token.mark('\u00BB')
        || token.mark(')')
        || token.mark('\'');
  }

  private static boolean lineBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }
}
