package io.riftwatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.runtime.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPauseTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");

  @ParameterizedTest(name = "\"{0}\" asks for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | PT2M",
        "0 | PT0S",
        "Thu, 18 Sep 2025 10:05:00 GMT | PT5M",
        "Thu, 18 Sep 2025 09:00:00 GMT | PT0S",
        "soon | ",
        "-5 | ",
        "99999999999999999999 | ",
        "'' | "
      })
  void itIsSecondsOrADate(String header, Duration expected) {
    HttpAnswer answer = new HttpAnswer(429, Map.of("Retry-After", List.of(header)), new byte[0]);

    Receipt.Retry retry = (Receipt.Retry) HttpReceipts.of(answer, NOW);

    assertEquals(Optional.ofNullable(expected), retry.after());
  }
}
