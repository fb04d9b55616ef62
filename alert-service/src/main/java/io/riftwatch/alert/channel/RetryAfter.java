package io.riftwatch.alert.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header of an HTTP answer (RFC 9110, section 10.2.3). */
final class RetryAfter {

  private static final int LONGEST_NUMBER = 9;

  private RetryAfter() {}

  /** How long it asks to wait, from now; empty where it is neither seconds nor a date. */
  static Optional<Duration> parse(String header, Instant now) {
    String value = header.strip();
    if (value.matches("\\d{1," + LONGEST_NUMBER + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
