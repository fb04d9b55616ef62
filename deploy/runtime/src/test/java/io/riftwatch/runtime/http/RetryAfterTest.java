package io.riftwatch.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "120, 2025-09-18T10:02:00Z",
    "' 0 ', 2025-09-18T10:00:00Z",
    "'Thu, 18 Sep 2025 11:00:00 GMT', 2025-09-18T11:00:00Z",
    "soon, ",
    "-5, ",
    "99999999999999999999, "
  })
  void secondsAndDatesAreRead(String header, Instant until) {
    assertEquals(
        Optional.ofNullable(until),
        RetryAfter.until(header, Instant.parse("2025-09-18T10:00:00Z")));
  }
}
