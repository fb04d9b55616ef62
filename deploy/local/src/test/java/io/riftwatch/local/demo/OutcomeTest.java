package io.riftwatch.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final String MALI_EXPELS =
      "{\"type\":\"EXPULSION\",\"actor\":\"MLI\",\"target\":\"FRA\",\"count\":5,\"domain\":null}";
  private static final String FRANCE_SUSPENDS =
      "{\"type\":\"COOPERATION_SUSPENSION\",\"actor\":\"FRA\",\"target\":\"MLI\",\"count\":null,\"domain\":\"COUNTER_TERRORISM\"}";
  private static final String FRANCE_EXPELS =
      "{\"type\":\"EXPULSION\",\"actor\":\"FRA\",\"target\":\"MLI\",\"count\":2,\"domain\":null}";

  private static final JsonNode CASE =
      incident("FRA-MLI", MALI_EXPELS, FRANCE_SUSPENDS, FRANCE_EXPELS);

  @Test
  void theCaseAsItHappenedHasNoFault() {
    assertEquals(List.of(), outcome(10, List.of(CASE), "a", "b", "c").faults());
  }

  @Test
  void anItemThatWasNotReadIsAFault() {
    assertEquals(
        List.of("9 of 10 items were read"), outcome(9, List.of(CASE), "a", "b", "c").faults());
  }

  @Test
  void anotherIncidentIsAFalseAlert() {
    Outcome outcome = outcome(10, List.of(CASE, incident("DNK-POL", MALI_EXPELS)), "a", "b", "c");

    assertEquals(1, outcome.falseAlerts());
    assertEquals(List.of("1 incidents that never were"), outcome.faults());
  }

  @Test
  void aSplitCaseAMissingMeasureAndAWrongCountAreFaults() {
    assertEquals(1, outcome(10, List.of(), "a", "b", "c").faults().size());
    assertEquals(
        1,
        outcome(10, List.of(incident("FRA-MLI", MALI_EXPELS, FRANCE_EXPELS)), "a", "b", "c")
            .faults()
            .size());
    JsonNode six =
        incident("FRA-MLI", MALI_EXPELS.replace('5', '6'), FRANCE_SUSPENDS, FRANCE_EXPELS);
    assertEquals(1, outcome(10, List.of(six), "a", "b", "c").faults().size());
  }

  @Test
  void aMessageTooManyAndAMessageTwiceAreFaults() {
    assertEquals(
        List.of("4 messages instead of one for each of 3 measures"),
        outcome(10, List.of(CASE), "a", "b", "c", "d").faults());
    assertEquals(
        List.of("a message came twice"), outcome(10, List.of(CASE), "a", "b", "b").faults());
  }

  @Test
  void aPercentileIsTheDurationThatThatShareDidNotExceed() {
    List<Duration> hundred = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
    Outcome outcome = new Outcome(0, 0, 0, List.of(), List.of(), hundred, Map.of());

    assertEquals(Duration.ofMillis(50), outcome.percentile(0.5));
    assertEquals(Duration.ofMillis(99), outcome.percentile(0.99));
  }

  private static Outcome outcome(int articles, List<JsonNode> incidents, String... messages) {
    return new Outcome(10, articles, 5, incidents, List.of(messages), List.of(), Map.of());
  }

  private static JsonNode incident(String pair, String... measures) {
    try {
      return new ObjectMapper()
          .readTree(
              "{\"pair\":\"" + pair + "\",\"measures\":[" + String.join(",", measures) + "]}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
