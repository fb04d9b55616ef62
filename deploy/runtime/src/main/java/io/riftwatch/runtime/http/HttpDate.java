package io.riftwatch.runtime.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the dates of headers in their preferred form (RFC 9110, 5.6.7). */
public final class HttpDate {

  private HttpDate() {}

  /** What a header's value says, empty where it is no such date. */
  public static Optional<Instant> read(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
