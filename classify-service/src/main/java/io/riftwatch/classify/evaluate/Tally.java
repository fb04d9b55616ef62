package io.riftwatch.classify.evaluate;

/**
 * How often it was right.
 *
 * @param right found and labelled
 * @param extra found and not labelled
 * @param missed labelled and not found
 */
public record Tally(int right, int extra, int missed) {

  static final Tally NONE = new Tally(0, 0, 0);

  /** Of a question with a yes or no for each report. */
  static Tally of(boolean labelled, boolean found) {
    return new Tally(
        labelled && found ? 1 : 0, found && !labelled ? 1 : 0, labelled && !found ? 1 : 0);
  }

  Tally plus(Tally other) {
    return new Tally(right + other.right, extra + other.extra, missed + other.missed);
  }

  /** The share of what was found that is labelled, 1 where nothing was found. */
  public double precision() {
    return right + extra == 0 ? 1 : right / (double) (right + extra);
  }

  /** The share of what is labelled that was found, 1 where nothing is labelled. */
  public double recall() {
    return right + missed == 0 ? 1 : right / (double) (right + missed);
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
