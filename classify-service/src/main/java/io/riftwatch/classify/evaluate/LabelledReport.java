package io.riftwatch.classify.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report with the measures that it states.
 *
 * @param id names it in its set
 * @param language ISO 639-1
 * @param publishedAt dates in it are read against this; empty where it is not known
 * @param title plain text
 * @param text plain text
 * @param split its half of the set, where the set is split
 * @param labels the measures, none in a report that only looks as if it stated one
 * @param unjudged measures of which nobody said whether they are right: they count for nothing
 */
public record LabelledReport(
    String id,
    String language,
    Optional<Instant> publishedAt,
    String title,
    String text,
    Optional<Split> split,
    List<Label> labels,
    Set<Frame> unjudged) {

  public LabelledReport {
    labels = List.copyOf(labels);
    unjudged = Set.copyOf(unjudged);
  }

  List<Frame> frames() {
    return labels.stream().map(Label::frame).toList();
  }
}
