package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.runtime.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");

  @ParameterizedTest(name = "{0} is fresh for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Cache-Control: max-age=600                                                  | PT10M",
        "Cache-Control: public, MAX-AGE = 600, s-maxage=5                            | PT10M",
        "Cache-Control: max-age=\"600\"                                              | PT10M",
        "Cache-Control: s-maxage=600                                                 | PT0S",
        "Cache-Control: max-age=600; Age: 500                                        | PT1M40S",
        "Cache-Control: max-age=600; Age: 700                                        | PT0S",
        "Cache-Control: max-age=600; Age: old                                        | PT10M",
        "Cache-Control: no-cache, max-age=600                                        | PT0S",
        "Cache-Control: no-store                                                     | PT0S",
        "Cache-Control: max-age=-1                                                   | PT0S",
        "Cache-Control: max-age=999999999                                              |"
            + " PT277777H46M39S",
        "Cache-Control: max-age=60; Expires: Thu, 18 Sep 2025 11:00:00 GMT           | PT1M",
        "Expires: Thu, 18 Sep 2025 11:00:00 GMT                                      | PT1H",
        "Expires: Thu, 18 Sep 2025 11:00:00 GMT; Date: Thu, 18 Sep 2025 10:30:00 GMT | PT30M",
        "Expires: Thu, 18 Sep 2025 09:00:00 GMT                                      | PT0S",
        "Expires: 0                                                                  | PT0S",
        "Expires: -1                                                                 | PT0S",
        "X-None: of it                                                               | PT0S"
      })
  void theLifetimeOfAnAnswerIsReadFromItsHeaders(String headers, Duration expected) {
    Map<String, List<String>> byName =
        Arrays.stream(headers.split("; "))
            .map(header -> header.split(": ", 2))
            .collect(Collectors.toMap(header -> header[0], header -> List.of(header[1])));

    assertEquals(expected, Freshness.of(new HttpAnswer(304, byName, new byte[0]), NOW));
  }
}
