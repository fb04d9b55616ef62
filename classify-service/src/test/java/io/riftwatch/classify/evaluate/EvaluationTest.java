package io.riftwatch.classify.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a measure is written as: {@code TYPE ACTOR TARGET STATUS [COUNT]}, {@code -} for none. */
class EvaluationTest {

  private static final String EXPULSION = "EXPULSION MLI FRA ACTUAL";
  private static final String RECALL = "RECALL FRA MLI ACTUAL";

  private static Frame frame(String written) {
    String[] words = written.trim().split(" ");
    return Frame.of(
        SignalType.valueOf(words[0]), named(words[1]), named(words[2]), Status.valueOf(words[3]));
  }

  private static Optional<String> named(String word) {
    return Optional.of(word).filter(w -> !w.equals("-"));
  }

  private static Optional<Integer> count(String written) {
    String[] words = written.trim().split(" ");
    return words.length > 4 ? Optional.of(Integer.valueOf(words[4])) : Optional.empty();
  }

  private static Found found(String written, double confidence) {
    return new Found(frame(written), count(written), confidence, "rule", "quote");
  }

  private static LabelledReport report(String language, Optional<Split> split, String... labels) {
    return new LabelledReport(
        "r",
        language,
        Optional.empty(),
        "title",
        "text",
        split,
        Stream.of(labels).map(l -> new Label(frame(l), count(l))).toList(),
        Set.of());
  }

  private static Outcome outcome(List<String> labels, List<String> found) {
    return Outcome.of(
        report("en", Optional.empty(), labels.toArray(String[]::new)),
        found.stream().map(f -> found(f, 0.9)).toList());
  }

  private static List<String> measures(String written) {
    return written == null || written.isBlank()
        ? List.of()
        : Arrays.stream(written.split(",")).map(String::trim).toList();
  }

  /** right/extra/missed of type, type and status, type and dyad, full, alert. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXPULSION MLI FRA ACTUAL | EXPULSION MLI FRA ACTUAL | 1/0/0 1/0/0 1/0/0 1/0/0 1/0/0
          EXPULSION MLI FRA ACTUAL | EXPULSION FRA MLI ACTUAL | 1/0/0 1/0/0 0/1/1 0/1/1 1/0/0
          EXPULSION MLI FRA ACTUAL | EXPULSION MLI FRA DENIED | 1/0/0 0/1/1 1/0/0 0/1/1 0/0/1
          EXPULSION MLI FRA DENIED | EXPULSION MLI FRA ACTUAL | 1/0/0 0/1/1 1/0/0 0/1/1 0/1/0
          EXPULSION - FRA ACTUAL   | EXPULSION MLI FRA ACTUAL | 1/0/0 1/0/0 1/0/0 1/0/0 1/0/0
          EXPULSION - FRA ACTUAL   | EXPULSION - FRA ACTUAL   | 1/0/0 1/0/0 1/0/0 1/0/0 1/0/0
          EXPULSION MLI FRA ACTUAL | EXPULSION - FRA ACTUAL   | 1/0/0 1/0/0 0/1/1 0/1/1 1/0/0
          EXPULSION MLI FRA ACTUAL | EXPULSION MLI FRA ACTUAL, EXPULSION MLI FRA ACTUAL | 1/0/0 1/0/0 1/0/0 1/0/0 1/0/0
          EXPULSION MLI FRA ACTUAL | EXPULSION MLI FRA ACTUAL, EXPULSION FRA MLI ACTUAL | 1/0/0 1/0/0 1/1/0 1/1/0 1/0/0
          NORMALISATION MLI FRA ACTUAL | NORMALISATION MLI FRA ACTUAL | 1/0/0 1/0/0 1/0/0 1/0/0 0/0/0
                                   | RECALL FRA MLI ACTUAL    | 0/1/0 0/1/0 0/1/0 0/1/0 0/1/0
          RECALL FRA MLI ACTUAL    |                          | 0/0/1 0/0/1 0/0/1 0/0/1 0/0/1
                                   |                          | 0/0/0 0/0/0 0/0/0 0/0/0 0/0/0
          """)
  void aReadingComparesItsPartOfAMeasure(String labels, String found, String tallies) {
    Scores scores = outcome(measures(labels), measures(found)).scores();

    String counted =
        Stream.concat(Arrays.stream(Reading.values()).map(scores::of), Stream.of(scores.alert()))
            .map(t -> t.right() + "/" + t.extra() + "/" + t.missed())
            .collect(Collectors.joining(" "));
    assertEquals(tallies, counted);
  }

  @Test
  void theLabelThatLeavesLeastOpenTakesItsMeasureFirst() {
    Matching matching =
        Matching.of(
            List.of(frame("RECALL - - ACTUAL"), frame("RECALL - MLI ACTUAL"), frame(RECALL)),
            List.of(frame(RECALL), frame("RECALL USA MLI ACTUAL"), frame("RECALL - CUB ACTUAL")));

    assertEquals(new Tally(3, 0, 0), matching.tally());
  }

  @Test
  void theSharesAreThoseOfTheField() {
    Tally tally = new Tally(6, 2, 4);

    assertEquals(0.75, tally.precision());
    assertEquals(0.6, tally.recall());
    assertEquals(2 * 0.75 * 0.6 / 1.35, tally.f1(), 1e-12);
    assertEquals(1, Tally.NONE.f1());
    assertEquals(0, new Tally(0, 1, 1).f1());
  }

  @Test
  void countsAreComparedWhereTheMeasureWasFoundAndItsCountIsLabelled() {
    Scores scores =
        outcome(
                List.of(
                    EXPULSION + " 5",
                    RECALL,
                    "SUMMONS FRA MLI ACTUAL 1",
                    "PROTEST FRA MLI ACTUAL 9"),
                List.of(EXPULSION + " 5", RECALL + " 3", "SUMMONS FRA MLI ACTUAL 2"))
            .scores();

    assertEquals(new Share(1, 2), scores.counts());
  }

  @Test
  void confidenceIsHeldAgainstWhetherTheFullFrameIsLabelled() {
    Outcome outcome =
        Outcome.of(
            report("en", Optional.empty(), EXPULSION, RECALL),
            List.of(
                found(EXPULSION, 0.95),
                found(EXPULSION, 0.3),
                found("RECALL MLI FRA ACTUAL", 0.92),
                found(RECALL, 0.5),
                found("PROTEST FRA MLI ACTUAL", 1)));

    Calibration calibration = outcome.scores().calibration();
    assertEquals(new Calibration.Bin(3, 1, 0.95 + 0.92 + 1), calibration.bins().get(9));
    assertEquals(new Calibration.Bin(1, 1, 0.5), calibration.bins().get(5));
    assertEquals(((0.95 + 0.92 + 1 - 1) + 0.5) / 4, calibration.expectedError(), 1e-12);
  }

  @Test
  void reportsAreSummedByLanguageSplitTypeAndStatus() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                Outcome.of(
                    report("en", Optional.of(Split.DEV), EXPULSION),
                    List.of(found(EXPULSION, 0.9))),
                Outcome.of(report("en", Optional.of(Split.HELD), RECALL), List.of()),
                Outcome.of(
                    report("fr", Optional.of(Split.HELD), "RECALL FRA MLI DENIED"),
                    List.of(found(RECALL, 0.9)))));

    assertEquals(3, evaluation.overall().all().reports());
    assertEquals(new Tally(1, 1, 2), evaluation.overall().all().of(Reading.FULL));
    assertEquals(new Tally(0, 1, 2), evaluation.overall().of(Split.HELD).of(Reading.FULL));
    assertEquals(
        new Tally(0, 0, 1), evaluation.languages().get("en").of(Split.HELD).of(Reading.FULL));
    assertEquals(
        Map.of(SignalType.EXPULSION, new Tally(1, 0, 0), SignalType.RECALL, new Tally(0, 1, 2)),
        evaluation.types());
    assertEquals(
        Map.of(Status.ACTUAL, new Tally(1, 1, 1), Status.DENIED, new Tally(0, 0, 1)),
        evaluation.statuses());
    assertEquals(3, evaluation.errors());
    assertEquals(2, evaluation.wrong().size());
    assertEquals(RECALL, written(evaluation.wrong().get(1).extra().get(0).frame()));
  }

  @Test
  void whatNobodyJudgedCountsForNothing() {
    LabelledReport labelled = report("en", Optional.empty(), EXPULSION);
    LabelledReport judged =
        new LabelledReport(
            "r",
            "en",
            Optional.empty(),
            "title",
            "text",
            Optional.empty(),
            labelled.labels(),
            Set.of(frame(RECALL)));

    Outcome outcome =
        Outcome.of(
            judged,
            List.of(
                found(RECALL, 0.9), found(EXPULSION, 0.9), found("RECALL MLI FRA ACTUAL", 0.9)));

    assertEquals(new Tally(1, 1, 0), outcome.scores().of(Reading.FULL));
  }

  private static String written(Frame frame) {
    return String.join(
        " ",
        frame.type().name(),
        frame.actor().orElse("-"),
        frame.target().orElse("-"),
        frame.status().orElseThrow().name());
  }
}
