package io.riftwatch.classify.lexicon;

import io.riftwatch.classify.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes of nouns that a trigger's argument may belong to: envoys, missions, troops, ties ... */
public final class Nouns {

  /** How much a noun says by itself. */
  public enum Strength {
    /** It belongs to the class wherever it stands. */
    PLAIN,
    /** It belongs to the class only where a state stands in its noun phrase: Russian officials. */
    OWNED,
    /** It does not belong to the class: goodwill ambassador. */
    NOT
  }

  /**
   * A noun of a class in a sentence.
   *
   * @param noun the class
   * @param strength how much it says by itself
   * @param from index of the first token of the phrase
   * @param to index behind the last token of the phrase
   */
  public record Found(String noun, Strength strength, int from, int to) {}

  private record Entry(String noun, Strength strength) {}

  private final PhraseIndex<Entry> index = new PhraseIndex<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();

  /** Adds a phrase to a class. */
  public void add(String noun, Strength strength, Phrase phrase) {
    index.add(phrase, new Entry(noun, strength));
    sizes.merge(noun, 1, Integer::sum);
  }

  /** The names of the classes. */
  public Set<String> classes() {
    return sizes.keySet();
  }

  /** All nouns of classes in a sentence, in order; of each class only the longest at a place. */
  public List<Found> in(Sentence sentence) {
    List<Found> found = new ArrayList<>();
    List<Map<String, Found>> at = new ArrayList<>(sentence.size());
    for (int i = 0; i < sentence.size(); i++) {
      at.add(new HashMap<>());
    }
    Phrase.Classes known =
        (noun, i) -> i < at.size() && at.get(i).containsKey(noun) ? at.get(i).get(noun).to() : -1;
    for (int i = sentence.size() - 1; i >= 0; i--) {
      if (!sentence.at(i).spoken()) {
        continue;
      }
      for (var candidate : index.candidates(sentence.word(i))) {
        int end = candidate.phrase().match(sentence, i, known);
        if (end > 0) {
          Entry entry = candidate.value();
          at.get(i)
              .merge(
                  entry.noun(), new Found(entry.noun(), entry.strength(), i, end), Nouns::longer);
        }
      }
    }
    at.forEach(here -> found.addAll(here.values()));
    return withoutInner(found);
  }

  private static Found longer(Found a, Found b) {
    if (a.to() != b.to()) {
      return a.to() > b.to() ? a : b;
    }
    return a.strength() == Strength.NOT
            || b.strength() == Strength.PLAIN && a.strength() == Strength.OWNED
        ? (a.strength() == Strength.NOT ? a : b)
        : (b.strength() == Strength.NOT ? b : a);
  }

  private static List<Found> withoutInner(List<Found> found) {
    return found.stream()
        .filter(
            inner ->
                inner.strength() != Strength.NOT
                    && found.stream()
                        .noneMatch(
                            outer ->
                                outer != inner
                                    && outer.noun().equals(inner.noun())
                                    && outer.from() <= inner.from()
                                    && outer.to() >= inner.to()
                                    && outer.to() - outer.from() > inner.to() - inner.from()))
        .toList();
  }
}
