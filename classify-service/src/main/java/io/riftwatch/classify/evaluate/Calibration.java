package io.riftwatch.classify.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far confidence keeps its word (a reliability diagram).
 *
 * @param bins ten of equal width, from 0 to 1
 */
public record Calibration(List<Bin> bins) {

  private static final int BINS = 10;

  static final Calibration NONE =
      new Calibration(IntStream.range(0, BINS).mapToObj(at -> new Bin(0, 0, 0)).toList());

  /**
   * The measures whose confidence lies in one tenth.
   *
   * @param measures how many
   * @param right how many of them are labelled in all four parts
   * @param promised the sum of their confidences
   */
  public record Bin(int measures, int right, double promised) {

    private Bin plus(Bin other) {
      return new Bin(measures + other.measures, right + other.right, promised + other.promised);
    }

    /** How far promise and truth are apart, in measures. */
    private double gap() {
      return Math.abs(promised - right);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  static Calibration of(double confidence, boolean right) {
    int tenth = Math.min((int) (confidence * BINS), BINS - 1);
    Bin one = new Bin(1, right ? 1 : 0, confidence);
    return new Calibration(
        IntStream.range(0, BINS).mapToObj(at -> at == tenth ? one : new Bin(0, 0, 0)).toList());
  }

  Calibration plus(Calibration other) {
    return new Calibration(
        IntStream.range(0, BINS).mapToObj(at -> bins.get(at).plus(other.bins.get(at))).toList());
  }

  /**
   * The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance of
   * confidence and share of right ones, weighted by the bins' sizes; 0 to 1.
   */
  public double expectedError() {
    int measures = bins.stream().mapToInt(Bin::measures).sum();
    return measures == 0 ? 0 : bins.stream().mapToDouble(Bin::gap).sum() / measures;
  }
}
