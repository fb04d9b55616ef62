package io.riftwatch.classify.lexicon;

import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases by their first word, so that a word without phrases costs one look-up. */
public final class PhraseIndex<T> {

  /**
   * A phrase and what it stands for.
   *
   * @param phrase the words
   * @param value what they stand for
   */
  public record Entry<T>(Phrase phrase, T value) {}

  /**
   * A phrase found in a sentence.
   *
   * @param value what it stands for
   * @param from index of its first token
   * @param to index behind its last token
   */
  public record Match<T>(T value, int from, int to) {}

  private final Map<String, List<Entry<T>>> byKey = new HashMap<>();
  private final Map<String, List<Entry<T>>> byForm = new HashMap<>();
  private final Map<String, List<Entry<T>>> byPrefix = new HashMap<>();
  private int shortestPrefix = Integer.MAX_VALUE;

  /** Adds a phrase. */
  public void add(Phrase phrase, T value) {
    Entry<T> entry = new Entry<>(phrase, value);
    for (Phrase.Test anchor : phrase.anchors()) {
      if (anchor instanceof Phrase.Test.Key key) {
        byKey.computeIfAbsent(key.key(), k -> new ArrayList<>()).add(entry);
      } else if (anchor instanceof Phrase.Test.Exact exact) {
        byForm.computeIfAbsent(exact.form(), k -> new ArrayList<>()).add(entry);
      } else if (anchor instanceof Phrase.Test.Prefix prefix) {
        byPrefix.computeIfAbsent(prefix.prefix(), k -> new ArrayList<>()).add(entry);
        shortestPrefix = Math.min(shortestPrefix, prefix.prefix().length());
      }
    }
  }

  /** The longest phrase without a noun class in it that begins at the index. */
  public Optional<Match<T>> at(Sentence sentence, int index) {
    if (!sentence.at(index).spoken()) {
      return Optional.empty();
    }
    Match<T> longest = null;
    for (Entry<T> candidate : candidates(sentence.word(index))) {
      int end = candidate.phrase().match(sentence, index, Phrase.Classes.NONE);
      if (end > index && (longest == null || end > longest.to())) {
        longest = new Match<>(candidate.value(), index, end);
      }
    }
    return Optional.ofNullable(longest);
  }

  /** The phrases that may begin with the word, in the order they were added per kind of anchor. */
  public List<Entry<T>> candidates(Word word) {
    List<Entry<T>> exact = byForm.getOrDefault(word.form(), List.of());
    List<Entry<T>> stem = byKey.getOrDefault(word.key(), List.of());
    if (exact.isEmpty() && (byPrefix.isEmpty() || word.form().length() < shortestPrefix)) {
      return stem;
    }
    List<Entry<T>> all = new ArrayList<>(stem);
    all.addAll(exact);
    for (int length = shortestPrefix; length <= word.form().length(); length++) {
      all.addAll(byPrefix.getOrDefault(word.form().substring(0, length), List.of()));
    }
    return all;
  }
}
