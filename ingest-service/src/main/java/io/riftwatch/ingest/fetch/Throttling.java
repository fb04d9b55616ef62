package io.riftwatch.ingest.fetch;

import io.riftwatch.ingest.outage.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Decides how long a host is left alone that answers 429 or 503. */
public final class Throttling {

  /**
   * The bounds of the decision.
   *
   * @param firstPause where the host does not say how long; doubles each time in a row
   * @param longestPause of those that Riftwatch chooses
   * @param longestRetryAfter of those that the host chooses
   */
  public record Bounds(Duration firstPause, Duration longestPause, Duration longestRetryAfter) {}

  private final InstantSource clock;
  private final Bounds bounds;

  public Throttling(InstantSource clock, Bounds bounds) {
    this.clock = clock;
    this.bounds = bounds;
  }

  /**
   * The block after one more such answer. Those that come while a block is in force are of requests
   * that were under way when it began, and count as one.
   *
   * @param before the block that was in force, or has just run out
   * @param asked until when the host asks to wait, if it says so
   */
  Block next(Optional<Block> before, int status, Optional<Instant> asked) {
    Instant now = clock.instant();
    int throttles =
        before.map(b -> b.until().isAfter(now) ? b.throttles() : b.throttles() + 1).orElse(1);
    Instant until =
        asked
            .map(wish -> earlier(wish, now.plus(bounds.longestRetryAfter())))
            .orElseGet(
                () ->
                    now.plus(BackOff.pause(bounds.firstPause(), throttles, bounds.longestPause())));
    return new Block(
        before.map(Block::until).filter(until::isBefore).orElse(until), throttles, status);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
