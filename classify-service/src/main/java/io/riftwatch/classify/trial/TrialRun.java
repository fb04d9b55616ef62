package io.riftwatch.classify.trial;

import io.riftwatch.classify.classification.Signals;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Classifier.Classification;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Difference.Kind;
import io.riftwatch.classify.difference.Readings;
import io.riftwatch.ingest.contract.Article;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Codes articles with two classifiers and notes what differs. */
final class TrialRun {

  private final Classifier inForce;
  private final Classifier tried;
  private final int shown;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<Difference> differences = new ArrayList<>();
  private int coded;
  private int before;
  private int after;

  /**
   * @param shown differences that are kept to be shown
   */
  TrialRun(Classifier inForce, Classifier tried, int shown) {
    this.inForce = inForce;
    this.tried = tried;
    this.shown = shown;
  }

  void code(Article article) {
    List<Signal> was = read(inForce, article);
    List<Signal> is = read(tried, article);
    coded++;
    before += was.size();
    after += is.size();
    Readings.between(was, is).forEach(this::note);
  }

  private static List<Signal> read(Classifier classifier, Article article) {
    Classification classification = Signals.classify(classifier, article);
    return Signals.of(article, classification);
  }

  private void note(Difference difference) {
    counts.merge(difference.kind(), 1, Integer::sum);
    if (differences.size() < shown) {
      differences.add(difference);
    }
  }

  int coded() {
    return coded;
  }

  Trial.Signals signals() {
    return new Trial.Signals(before, after);
  }

  int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }
}
