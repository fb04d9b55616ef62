package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.rulepack.Cues;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Codes a report: triggers, then roles, then status, then one set of measures for the whole. */
public final class Coder {

  private final RulePack pack;
  private final Tokenizer tokenizer;
  private final TriggerFinder finder;

  public Coder(RulePack pack) {
    this.pack = pack;
    this.tokenizer = new Tokenizer(pack.morphology());
    this.finder = new TriggerFinder(pack);
  }

  /** The measures that the report states, in the order it states them. */
  public List<Coding> code(Report report) {
    List<Sentence> title = sentences(report.title());
    List<Sentence> text = sentences(report.text());
    boolean promising =
        title.stream().anyMatch(finder::promising) || text.stream().anyMatch(finder::promising);
    if (!promising || suppressed(title, text)) {
      return List.of();
    }
    return new Reading(pack, finder, report, title, text).codings();
  }

  private List<Sentence> sentences(String text) {
    return pack.sentences().of(text, tokenizer.tokens(text)).stream()
        .filter(s -> !holds(s, pack.cues().boilerplate()))
        .toList();
  }

  private boolean suppressed(List<Sentence> title, List<Sentence> text) {
    for (Cues.Suppression suppression : pack.cues().suppress().values()) {
      Set<String> found = new HashSet<>();
      title.forEach(s -> found.addAll(found(s, suppression.words())));
      text.forEach(s -> found.addAll(found(s, suppression.words())));
      if (found.size() >= suppression.limit()) {
        return true;
      }
    }
    return false;
  }

  static boolean holds(Sentence sentence, PhraseIndex<String> phrases) {
    return !found(sentence, phrases).isEmpty();
  }

  private static Set<String> found(Sentence sentence, PhraseIndex<String> phrases) {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < sentence.size(); i++) {
      phrases.at(sentence, i).map(PhraseIndex.Match::value).ifPresent(found::add);
    }
    return found;
  }
}
