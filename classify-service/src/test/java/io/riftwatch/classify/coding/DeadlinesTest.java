package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.rulepack.RulePacks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

  private static final Instant PUBLISHED = Instant.parse("2025-09-18T10:00:00Z");
  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("en").orElseThrow());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mali told two French diplomats to leave within 48 hours. | 2025-09-20",
        "Mali gave two French diplomats seventy-two hours to leave. | 2025-09-21",
        "Two French diplomats must leave Mali by September 25. | 2025-09-25",
        "Two French diplomats must leave Mali by 2 October. | 2025-10-02",
        "Mali expelled two French diplomats two days ago. | ",
        "Mali expelled two French diplomats. | "
      })
  void aDeadlineIsReadAgainstTheDayOfTheReport(String sentence, LocalDate deadline) {
    Coding coding = coder.code(new Report("", sentence, PUBLISHED)).get(0);

    assertEquals(Optional.ofNullable(deadline), coding.deadline());
  }
}
