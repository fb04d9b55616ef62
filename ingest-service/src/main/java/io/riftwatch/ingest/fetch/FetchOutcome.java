package io.riftwatch.ingest.fetch;

import io.riftwatch.runtime.http.HttpAnswer;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;

/** What came of asking an outlet for something. */
public sealed interface FetchOutcome {

  /** The outlet has nothing newer than what the validators name. */
  record NotModified() implements FetchOutcome {}

  /**
   * The outlet answered with a body.
   *
   * @param url where the body was found, after redirects
   * @param answer the whole answer, status 2xx
   */
  record Fetched(URI url, HttpAnswer answer) implements FetchOutcome {

    public byte[] body() {
      return answer.body();
    }

    /** The header's value, empty where there was none. */
    public String contentType() {
      return answer.header("Content-Type").orElse("");
    }

    /** What to ask against the next time. */
    public Validators validators() {
      return new Validators(answer.header("ETag"), answer.header("Last-Modified"));
    }
  }

  /** The outlet says that the address is gone for good (RFC 9110, 15.5.11). */
  record Gone() implements FetchOutcome {}

  /** The outlet asks to be left alone until a time (RFC 9110, 10.2.3). */
  record Throttled(Instant until, int status) implements FetchOutcome {}

  /**
   * No usable answer.
   *
   * @param reason what went wrong, for an operator
   * @param status the HTTP status, empty where no answer came
   */
  record Failed(String reason, OptionalInt status) implements FetchOutcome {}
}
