package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.evaluate.Tally;

/** A tally with its shares, 0 to 1. */
public record TallyView(
    int right, int extra, int missed, double precision, double recall, double f1) {

  static TallyView of(Tally tally) {
    return new TallyView(
        tally.right(),
        tally.extra(),
        tally.missed(),
        Rounded.of(tally.precision()),
        Rounded.of(tally.recall()),
        Rounded.of(tally.f1()));
  }
}
