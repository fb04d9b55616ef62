package io.riftwatch.ingest.fetch;

import io.riftwatch.runtime.http.HttpAnswer;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What came of asking an outlet for something. */
public sealed interface FetchOutcome {

  /** Whether asking again later may help: it was the network, or the outlet's own trouble. */
  default boolean isPassing() {
    return false;
  }

  /**
   * The outlet has nothing newer than what the validators name.
   *
   * @param movedTo where a chain of permanent redirects led
   */
  record NotModified(HttpAnswer answer, Optional<URI> movedTo) implements FetchOutcome {

    /** What to ask against the next time: as before, but for what the answer replaces. */
    public Validators validators(Validators before) {
      return new Validators(
          answer.header("ETag").or(before::etag),
          answer.header("Last-Modified").or(before::lastModified));
    }
  }

  /**
   * The outlet answered with a body.
   *
   * @param url where the body was found, after redirects
   * @param answer the whole answer, status 2xx
   * @param movedTo the same place, if a chain of permanent redirects led there
   */
  record Fetched(URI url, HttpAnswer answer, Optional<URI> movedTo) implements FetchOutcome {

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

  /** The outlet asks to be left alone, which holds for its whole host (RFC 9110, 10.2.3). */
  record Throttled(Instant until, int status) implements FetchOutcome {

    @Override
    public boolean isPassing() {
      return true;
    }
  }

  /** The host asked earlier to be left alone, so that nothing was asked of it now. */
  record HostBlocked(String host, Instant until) implements FetchOutcome {

    @Override
    public boolean isPassing() {
      return true;
    }
  }

  /** The site's robots.txt asks not to read this page (RFC 9309). */
  record Disallowed(URI url) implements FetchOutcome {}

  /**
   * No usable answer.
   *
   * @param reason what went wrong, for an operator
   * @param status the HTTP status, empty where no answer came
   */
  record Failed(String reason, OptionalInt status) implements FetchOutcome {

    /** Of the statuses that blame the client, those that pass (RFC 9110, 15.5.9; RFC 8470). */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final int SERVER_ERROR = 500;

    @Override
    public boolean isPassing() {
      return status.isEmpty()
          || PASSING.contains(status.getAsInt())
          || status.getAsInt() >= SERVER_ERROR;
    }
  }
}
