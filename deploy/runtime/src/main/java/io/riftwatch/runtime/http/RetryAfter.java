package io.riftwatch.runtime.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header Retry-After: seconds or a date (RFC 9110, 10.2.3). */
public final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /** Until when the header asks to wait, or empty where it is neither seconds nor a date. */
  public static Optional<Instant> until(String header, Instant now) {
    String value = header.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(now.plus(Duration.ofSeconds(Long.parseLong(value))));
    }
    return HttpDate.read(value);
  }
}
