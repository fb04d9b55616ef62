package io.riftwatch.alert.channel;

import io.riftwatch.alert.channel.Receipt.Accepted;
import io.riftwatch.alert.channel.Receipt.Refused;
import io.riftwatch.alert.channel.Receipt.Retry;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpFailure;
import io.riftwatch.runtime.http.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an HTTP answer, or the lack of one, means for a delivery. */
final class HttpReceipts {

  /** Client errors that pass: timeout, too early, too many requests. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int EXCERPT = 300;

  private HttpReceipts() {}

  static Receipt of(HttpAnswer answer, Instant now) {
    Optional<Integer> status = Optional.of(answer.status());
    String excerpt = excerpt(answer.body());
    if (answer.status() / 100 == 2) {
      return new Accepted(status, excerpt);
    }
    if (answer.status() / 100 == 5 || PASSING.contains(answer.status())) {
      Optional<Duration> after = answer.header("Retry-After").flatMap(header -> pause(header, now));
      return new Retry(status, after, excerpt);
    }
    if (answer.status() / 100 == 3) {
      String place = answer.header("Location").orElse("elsewhere");
      return new Refused(status, "redirects to " + place + ": give that address to the channel");
    }
    return new Refused(status, excerpt);
  }

  /** How long the header asks to wait, from now; no time at all where its date is past. */
  private static Optional<Duration> pause(String retryAfter, Instant now) {
    return RetryAfter.until(retryAfter, now)
        .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
  }

  static Receipt of(HttpFailure failure) {
    return switch (failure.reason()) {
      case REFUSED_BY_GUARD -> new Refused(Optional.empty(), failure.getMessage());
      case DNS, CONNECT, BROKEN, TLS, TIMEOUT, TOO_LARGE, BUSY, PROTOCOL ->
          new Retry(Optional.empty(), Optional.empty(), failure.getMessage());
    };
  }

  private static String excerpt(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }
}
