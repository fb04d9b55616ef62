package io.riftwatch.classify.evaluate;

import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Report;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Has labelled reports read and compares. Their languages are not told, so that recognising them is
 * a part of what is measured.
 */
public final class Evaluator {

  private final Classifier classifier;
  private final InstantSource clock;

  /**
   * @param clock a report without a date is read as of now
   */
  public Evaluator(Classifier classifier, InstantSource clock) {
    this.classifier = classifier;
    this.clock = clock;
  }

  /** Reads all reports. */
  public Evaluation evaluate(List<LabelledReport> reports) {
    return Evaluation.of(reports.stream().map(this::read).toList());
  }

  private Outcome read(LabelledReport labelled) {
    Report report =
        new Report(
            labelled.title(), labelled.text(), labelled.publishedAt().orElseGet(clock::instant));
    return Outcome.of(
        labelled,
        classifier.classify(report, Optional.empty()).codings().stream().map(Found::of).toList());
  }
}
