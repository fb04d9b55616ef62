package io.riftwatch.classify.evaluate;

import java.util.EnumMap;
import java.util.Map;

/**
 * The scores of a group of reports and of its halves.
 *
 * @param all of all its reports
 * @param splits of those in either half, where the set is split
 */
public record Halves(Scores all, Map<Split, Scores> splits) {

  static final Halves NONE = new Halves(Scores.NONE, Map.of());

  static Halves of(Outcome outcome) {
    Scores scores = outcome.scores();
    return new Halves(
        scores, outcome.report().split().map(split -> Map.of(split, scores)).orElse(Map.of()));
  }

  Halves plus(Halves other) {
    Map<Split, Scores> sums = new EnumMap<>(Split.class);
    sums.putAll(splits);
    other.splits.forEach((split, scores) -> sums.merge(split, scores, Scores::plus));
    return new Halves(all.plus(other.all), sums);
  }

  /** The scores of one half. */
  public Scores of(Split split) {
    return splits.getOrDefault(split, Scores.NONE);
  }
}
