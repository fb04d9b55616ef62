package io.riftwatch.classify.lexicon;

import io.riftwatch.classify.text.Morphology;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import io.riftwatch.classify.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of one language that stand for a state or bloc, longest first. */
public final class States {

  /** Code of names that look like a state's and are none: Latin American. */
  private static final String NO_STATE = "NONE";

  private record Entry(String code, Mention.Kind kind, Token.Casing least) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>(1);
  }

  private final Node root = new Node();
  private final Set<String> codes = new TreeSet<>();
  private final Tokenizer tokenizer;

  public States(Morphology morphology) {
    this.tokenizer = new Tokenizer(morphology);
  }

  /**
   * Adds a name. One written with a capital is only found with a capital, one written all in
   * capitals only in capitals.
   *
   * @throws IllegalArgumentException when the name holds no word, or stands for another state
   */
  public void add(String code, Mention.Kind kind, String name) {
    List<Token> words = tokenizer.tokens(name).stream().filter(Token::spoken).toList();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a name of " + code + " holds no word: '" + name + "'");
    }
    Node node = root;
    for (Token word : words) {
      node = node.next.computeIfAbsent(word.word().form(), k -> new Node());
    }
    Token.Casing casing = words.get(0).casing();
    for (Entry entry : node.entries) {
      if (!entry.code.equals(code) && entry.least == casing) {
        throw new IllegalArgumentException(
            "'" + name + "' stands for " + entry.code + " and for " + code + ": keep one of them");
      }
    }
    node.entries.add(new Entry(code, kind, casing));
    if (!code.equals(NO_STATE)) {
      codes.add(code);
    }
  }

  /** The codes of states and blocs it has names of. */
  public Set<String> codes() {
    return codes;
  }

  /** All mentions of a sentence, in order, none overlapping another. */
  public List<Mention> in(Sentence sentence) {
    List<Mention> mentions = new ArrayList<>();
    boolean shouted = sentence.shouted();
    int i = 0;
    while (i < sentence.size()) {
      Optional<Mention> mention = at(sentence, i, shouted);
      mention.filter(m -> !m.code().equals(NO_STATE)).ifPresent(mentions::add);
      i = mention.map(Mention::to).orElse(i + 1);
    }
    return mentions;
  }

  private Optional<Mention> at(Sentence sentence, int start, boolean shouted) {
    Mention longest = null;
    Node node = root;
    int i = start;
    while (i < sentence.size()) {
      Token token = sentence.at(i);
      if (i > start && token.mark('-')) {
        i++;
        continue;
      }
      node = token.spoken() ? node.next.get(token.word().form()) : null;
      if (node == null) {
        break;
      }
      i++;
      for (Entry entry : node.entries) {
        if (shouted || sentence.at(start).casing().compareTo(entry.least) >= 0) {
          longest = new Mention(entry.code, entry.kind, start, i);
          break;
        }
      }
    }
    return Optional.ofNullable(longest);
  }
}
