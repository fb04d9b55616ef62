package io.riftwatch.ingest.fetch;

import io.riftwatch.runtime.http.HttpAnswer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what an outlet's HTTP answer means. */
final class Answer {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> THROTTLING = Set.of(429, 503);

  private Answer() {}

  /** Where the answer sends us, if it is a redirect that says so. */
  static Optional<String> redirect(HttpAnswer answer) {
    return REDIRECTS.contains(answer.status()) ? answer.header("Location") : Optional.empty();
  }

  /** Whether the answer asks to leave the host alone (RFC 6585, 4; RFC 9110, 15.6.4). */
  static boolean isThrottling(HttpAnswer answer) {
    return THROTTLING.contains(answer.status());
  }

  /** What any other answer means. */
  static FetchOutcome outcome(Trail trail, HttpAnswer answer, Validators asked) {
    int status = answer.status();
    return switch (status) {
      case 304 ->
          asked.equals(Validators.NONE)
              ? new FetchOutcome.Failed(
                  trail.url() + " answers 304 although it was not asked against anything",
                  OptionalInt.of(status))
              : new FetchOutcome.NotModified(answer, trail.movedTo());
      case 410 -> new FetchOutcome.Gone();
      default ->
          status >= 200 && status < 300
              ? new FetchOutcome.Fetched(trail.url(), answer, trail.movedTo())
              : new FetchOutcome.Failed(trail.url() + " answers " + status, OptionalInt.of(status));
    };
  }
}
