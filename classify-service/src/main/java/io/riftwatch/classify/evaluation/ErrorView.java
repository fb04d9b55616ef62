package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.evaluate.Found;
import io.riftwatch.classify.evaluate.Frame;
import io.riftwatch.classify.evaluate.Label;
import io.riftwatch.classify.evaluate.Split;
import io.riftwatch.classify.evaluate.WrongReport;
import java.util.List;

/**
 * A report in which not all was read as labelled.
 *
 * @param report its id in the set
 * @param split its half, null where the set is not split
 * @param missed labelled and not found
 * @param extra found and not labelled
 */
public record ErrorView(
    String report,
    String language,
    Split split,
    String title,
    String text,
    List<Missed> missed,
    List<Extra> extra) {

  /** A label; an actor or target of null would have matched any. */
  public record Missed(SignalType type, String actor, String target, Status status, Integer count) {

    private static Missed of(Label label) {
      Frame frame = label.frame();
      return new Missed(
          frame.type(),
          frame.actor().orElse(null),
          frame.target().orElse(null),
          frame.status().orElse(null),
          label.count().orElse(null));
    }
  }

  /** What was found, with the rule and the words. */
  public record Extra(
      SignalType type,
      String actor,
      String target,
      Status status,
      Integer count,
      double confidence,
      String rule,
      String quote) {

    private static Extra of(Found found) {
      Frame frame = found.frame();
      return new Extra(
          frame.type(),
          frame.actor().orElse(null),
          frame.target().orElse(null),
          frame.status().orElse(null),
          found.count().orElse(null),
          found.confidence(),
          found.rule(),
          found.quote());
    }
  }

  static ErrorView of(WrongReport wrong) {
    return new ErrorView(
        wrong.report().id(),
        wrong.report().language(),
        wrong.report().split().orElse(null),
        wrong.report().title(),
        wrong.report().text(),
        wrong.missed().stream().map(Missed::of).toList(),
        wrong.extra().stream().map(Extra::of).toList());
  }
}
