package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.evaluate.Halves;
import io.riftwatch.classify.evaluate.Split;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scores of a group of reports and of its halves.
 *
 * @param splits empty where the set is not split
 */
public record HalvesView(ScoresView all, Map<Split, ScoresView> splits) {

  static HalvesView of(Halves halves) {
    Map<Split, ScoresView> splits = new TreeMap<>();
    halves.splits().forEach((split, scores) -> splits.put(split, ScoresView.of(scores)));
    return new HalvesView(ScoresView.of(halves.all()), splits);
  }
}
