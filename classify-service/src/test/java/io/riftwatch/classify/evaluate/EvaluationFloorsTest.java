package io.riftwatch.classify.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Precision and recall on the built-in labelled reports may not fall below their floors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationFloorsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-09-30T12:00:00Z"));
  private static final int ERRORS_TOLD = 20;

  record Floor(String language, Split split, double precision, double recall, double f1) {

    static Floor of(String line) {
      String[] cells = line.split("\t");
      return new Floor(
          cells[0],
          Split.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]));
    }
  }

  private Evaluation evaluation;

  @BeforeAll
  void evaluate() {
    RulePacks packs = RulePacks.load(Optional.empty());
    evaluation =
        new Evaluator(new Classifier(packs), CLOCK)
            .evaluate(GoldSet.of(packs.all().stream().map(RulePack::language).toList()));
  }

  static Stream<Floor> floors() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                EvaluationFloorsTest.class.getResourceAsStream("/evaluate/floors.tsv"),
                StandardCharsets.UTF_8))) {
      return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream()
          .map(Floor::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("floors")
  void aLanguageIsReadNoWorseThanItsFloors(Floor floor) {
    Scores scores =
        Optional.ofNullable(evaluation.languages().get(floor.language()))
            .map(halves -> halves.of(floor.split()))
            .orElse(Scores.NONE);

    Tally full = scores.of(Reading.FULL);
    String told = told(floor, scores, full);
    assertTrue(scores.reports() > 0, told);
    assertTrue(scores.alert().precision() >= floor.precision(), told);
    assertTrue(scores.alert().recall() >= floor.recall(), told);
    assertTrue(full.f1() >= floor.f1(), told);
  }

  private String told(Floor floor, Scores scores, Tally full) {
    String errors =
        evaluation.wrong().stream()
            .filter(wrong -> wrong.report().language().equals(floor.language()))
            .filter(wrong -> wrong.report().split().equals(Optional.of(floor.split())))
            .limit(ERRORS_TOLD)
            .map(
                wrong ->
                    wrong.report().id() + " missed " + wrong.missed() + " extra " + wrong.extra())
            .collect(Collectors.joining("\n"));
    return "%d reports, alert P %.3f R %.3f, full F1 %.3f%n%s"
        .formatted(
            scores.reports(),
            scores.alert().precision(),
            scores.alert().recall(),
            full.f1(),
            errors);
  }
}
