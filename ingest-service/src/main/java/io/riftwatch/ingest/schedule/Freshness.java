package io.riftwatch.ingest.schedule;

import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long an answer stays fresh (RFC 9111, 4.2.1). */
final class Freshness {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final Pattern UNCACHED = Pattern.compile("(?:^|[\\s,])no-(?:cache|store)\\b");
  private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})\\s*");

  private Freshness() {}

  /** The rest of the answer's lifetime: its max-age, else its Expires; zero where it has none. */
  static Duration of(HttpAnswer answer, Instant now) {
    String control = answer.header("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
    if (UNCACHED.matcher(control).find()) {
      return Duration.ZERO;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    Duration lifetime =
        maxAge.find()
            ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))).minus(age(answer))
            : untilExpiry(answer, now);
    return lifetime.isNegative() ? Duration.ZERO : lifetime;
  }

  private static Duration age(HttpAnswer answer) {
    Matcher age = SECONDS.matcher(answer.header("Age").orElse(""));
    return age.matches() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO;
  }

  private static Duration untilExpiry(HttpAnswer answer, Instant now) {
    return date(answer, "Expires")
        .map(expires -> Duration.between(date(answer, "Date").orElse(now), expires))
        .orElse(Duration.ZERO);
  }

  private static Optional<Instant> date(HttpAnswer answer, String header) {
    return answer.header(header).flatMap(HttpDate::read);
  }
}
