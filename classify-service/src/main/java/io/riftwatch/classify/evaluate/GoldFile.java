package io.riftwatch.classify.evaluate;

import java.util.List;

/**
 * A file of labelled reports that was read.
 *
 * @param reports of the lines without a mistake, in order
 * @param mistakes of the others
 */
public record GoldFile(List<LabelledReport> reports, List<Mistake> mistakes) {

  /**
   * A mistake in a file of labelled reports.
   *
   * @param line from 1
   * @param message what is wrong and what to do
   */
  public record Mistake(int line, String message) {}

  public GoldFile {
    reports = List.copyOf(reports);
    mistakes = List.copyOf(mistakes);
  }
}
