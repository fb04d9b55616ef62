package io.riftwatch.ingest.fetch;

import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.RetryAfter;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what an outlet's HTTP answer means. */
final class Answer {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private Answer() {}

  /** Where the answer sends us, if it is a redirect that says so. */
  static Optional<String> redirect(HttpAnswer answer) {
    return REDIRECTS.contains(answer.status()) ? answer.header("Location") : Optional.empty();
  }

  /** What any other answer means. */
  static FetchOutcome outcome(URI url, HttpAnswer answer, Instant now) {
    int status = answer.status();
    return switch (status) {
      case 304 -> new FetchOutcome.NotModified();
      case 410 -> new FetchOutcome.Gone();
      case 429, 503 ->
          answer
              .header("Retry-After")
              .flatMap(value -> RetryAfter.until(value, now))
              .<FetchOutcome>map(until -> new FetchOutcome.Throttled(until, status))
              .orElseGet(() -> refused(url, status));
      default ->
          status >= 200 && status < 300
              ? new FetchOutcome.Fetched(url, answer)
              : refused(url, status);
    };
  }

  private static FetchOutcome refused(URI url, int status) {
    return new FetchOutcome.Failed(url + " answers " + status, OptionalInt.of(status));
  }
}
