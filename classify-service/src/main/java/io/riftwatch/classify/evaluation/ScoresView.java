package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.evaluate.Calibration;
import io.riftwatch.classify.evaluate.Calibration.Bin;
import io.riftwatch.classify.evaluate.Reading;
import io.riftwatch.classify.evaluate.Scores;
import io.riftwatch.classify.evaluate.Share;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a group of reports was read.
 *
 * @param alert whether a report states a hostile measure that is in force
 * @param type which measures
 * @param typeAndStatus and how real they are
 * @param typeAndDyad which measures, and who takes them against whom
 * @param full all four parts
 * @param counts persons, where a measure was found and its count is labelled
 * @param calibration how far confidence keeps its word
 */
public record ScoresView(
    int reports,
    TallyView alert,
    TallyView type,
    TallyView typeAndStatus,
    TallyView typeAndDyad,
    TallyView full,
    ShareView counts,
    CalibrationView calibration) {

  /** A part of a whole. */
  public record ShareView(int right, int of, double share) {

    static ShareView of(Share share) {
      return new ShareView(share.right(), share.of(), Rounded.of(share.value()));
    }
  }

  /**
   * A reliability curve.
   *
   * @param expectedError mean distance of confidence and share of right ones
   * @param bins tenths that hold any measure
   */
  public record CalibrationView(double expectedError, List<BinView> bins) {

    static CalibrationView of(Calibration calibration) {
      List<Bin> bins = calibration.bins();
      return new CalibrationView(
          Rounded.of(calibration.expectedError()),
          IntStream.range(0, bins.size())
              .filter(at -> bins.get(at).measures() > 0)
              .mapToObj(at -> BinView.of(bins.get(at), at, bins.size()))
              .toList());
    }
  }

  /**
   * The measures with a confidence from one bound to another.
   *
   * @param confidence their mean
   * @param share of them that are right in all four parts
   */
  public record BinView(double from, double to, int measures, double confidence, double share) {

    private static BinView of(Bin bin, int at, int all) {
      return new BinView(
          Rounded.of(at / (double) all),
          Rounded.of((at + 1) / (double) all),
          bin.measures(),
          Rounded.of(bin.promised() / bin.measures()),
          Rounded.of(bin.right() / (double) bin.measures()));
    }
  }

  static ScoresView of(Scores scores) {
    return new ScoresView(
        scores.reports(),
        TallyView.of(scores.alert()),
        TallyView.of(scores.of(Reading.TYPE)),
        TallyView.of(scores.of(Reading.TYPE_AND_STATUS)),
        TallyView.of(scores.of(Reading.TYPE_AND_DYAD)),
        TallyView.of(scores.of(Reading.FULL)),
        ShareView.of(scores.counts()),
        CalibrationView.of(scores.calibration()));
  }
}
