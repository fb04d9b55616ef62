package io.riftwatch.classify.evaluate;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What came of one report.
 *
 * @param report as labelled
 * @param found what was read in it, without what nobody judged
 * @param full its labels set against it, all four parts
 */
record Outcome(LabelledReport report, List<Found> found, Matching full) {

  static Outcome of(LabelledReport report, List<Found> read) {
    List<Found> found =
        read.stream().filter(measure -> !report.unjudged().contains(measure.frame())).toList();
    return new Outcome(report, found, Matching.of(report.frames(), frames(found)));
  }

  private static List<Frame> frames(Collection<Found> found) {
    return found.stream().map(Found::frame).toList();
  }

  Scores scores() {
    Map<Reading, Tally> readings = new EnumMap<>(Reading.class);
    for (Reading reading : Reading.values()) {
      readings.put(
          reading,
          Matching.of(
                  report.frames().stream().map(reading::of).toList(),
                  frames(found).stream().map(reading::of).toList())
              .tally());
    }
    Tally alert =
        Tally.of(
            report.frames().stream().anyMatch(Frame::alerts),
            frames(found).stream().anyMatch(Frame::alerts));
    return new Scores(1, alert, readings, counts(), calibration());
  }

  /** The types that are labelled or found. */
  Stream<SignalType> types() {
    return frames().map(Frame::type).distinct();
  }

  /** The statuses that are labelled or found. */
  Stream<Status> statuses() {
    return frames().flatMap(frame -> frame.status().stream()).distinct();
  }

  private Stream<Frame> frames() {
    return Stream.concat(report.frames().stream(), frames(found).stream());
  }

  /** The tally of some frames, in all four parts. */
  Tally tallyOf(Predicate<Frame> some) {
    return Matching.of(
            report.frames().stream().filter(some).toList(),
            frames(found).stream().filter(some).toList())
        .tally();
  }

  /** Of the labelled counts of measures that were found, those that were found too. */
  private Share counts() {
    int right = 0;
    int all = 0;
    for (Matching.Pair pair : full.right()) {
      List<Optional<Integer>> read =
          found.stream().filter(f -> f.frame().equals(pair.found())).map(Found::count).toList();
      for (Label label : report.labels()) {
        if (label.frame().equals(pair.label()) && label.count().isPresent()) {
          all++;
          right += read.contains(label.count()) ? 1 : 0;
        }
      }
    }
    return new Share(right, all);
  }

  private Calibration calibration() {
    return firmest().stream()
        .map(measure -> Calibration.of(measure.confidence(), isRight(measure.frame())))
        .reduce(Calibration.NONE, Calibration::plus);
  }

  private boolean isRight(Frame frame) {
    return !full.extra().contains(frame);
  }

  /** Of measures with the same frame the one that is the surest. */
  private Collection<Found> firmest() {
    Map<Frame, Found> byFrame = new TreeMap<>();
    found.forEach(
        measure ->
            byFrame.merge(
                measure.frame(), measure, (a, b) -> a.confidence() >= b.confidence() ? a : b));
    return byFrame.values();
  }

  /** What is wrong with it; empty where nothing is. */
  Optional<WrongReport> wrong() {
    if (full.extra().isEmpty() && full.missed().isEmpty()) {
      return Optional.empty();
    }
    List<Label> missed = new ArrayList<>();
    for (Frame frame : full.missed()) {
      report.labels().stream()
          .filter(label -> label.frame().equals(frame))
          .findFirst()
          .ifPresent(missed::add);
    }
    List<Found> extra = firmest().stream().filter(m -> !isRight(m.frame())).toList();
    return Optional.of(new WrongReport(report, missed, extra));
  }
}
