package io.riftwatch.classify.evaluate;

import java.util.EnumMap;
import java.util.Map;

/**
 * How well a group of reports was read.
 *
 * @param reports how many
 * @param alert whether a report states a hostile measure that is in force
 * @param readings measures, by how much of them has to be right
 * @param counts of the labelled counts of measures that were found, those that are right
 * @param calibration of the confidence of the measures that were found
 */
public record Scores(
    int reports, Tally alert, Map<Reading, Tally> readings, Share counts, Calibration calibration) {

  static final Scores NONE = new Scores(0, Tally.NONE, Map.of(), Share.NONE, Calibration.NONE);

  Scores plus(Scores other) {
    Map<Reading, Tally> sums = new EnumMap<>(Reading.class);
    for (Reading reading : Reading.values()) {
      sums.put(reading, of(reading).plus(other.of(reading)));
    }
    return new Scores(
        reports + other.reports,
        alert.plus(other.alert),
        sums,
        counts.plus(other.counts),
        calibration.plus(other.calibration));
  }

  /** The measures in one reading. */
  public Tally of(Reading reading) {
    return readings.getOrDefault(reading, Tally.NONE);
  }
}
