package io.riftwatch.classify.evaluation;

/** Shares as they are shown. */
final class Rounded {

  private static final double SHOWN = 10_000;

  private Rounded() {}

  /** To four places. */
  static double of(double share) {
    return Math.round(share * SHOWN) / SHOWN;
  }
}
