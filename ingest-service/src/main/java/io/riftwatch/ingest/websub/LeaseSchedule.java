package io.riftwatch.ingest.websub;

import io.riftwatch.ingest.outage.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Decides when a hub is asked again. */
public final class LeaseSchedule {

  /**
   * The bounds of the decisions.
   *
   * @param lease the longest that is relied on
   * @param renewAfterPercent of a lease
   * @param verificationWait how long a hub may take to verify a request
   * @param retryPause after the first request that was not taken
   * @param longestPause between two requests
   */
  public record Bounds(
      Duration lease,
      int renewAfterPercent,
      Duration verificationWait,
      Duration retryPause,
      Duration longestPause) {}

  /**
   * A lease that was granted.
   *
   * @param until when it ends
   * @param renewAt when it is asked for again
   */
  public record Lease(Instant until, Instant renewAt) {}

  private static final int PERCENT = 100;

  private final InstantSource clock;
  private final Bounds bounds;

  public LeaseSchedule(InstantSource clock, Bounds bounds) {
    this.clock = clock;
    this.bounds = bounds;
  }

  /** A lease of that many seconds from now, no longer than was asked for. */
  Lease onVerified(long seconds) {
    Instant now = clock.instant();
    long granted = Math.min(seconds, bounds.lease().toSeconds());
    return new Lease(
        now.plusSeconds(granted), now.plusSeconds(granted * bounds.renewAfterPercent() / PERCENT));
  }

  /** The hub took the request: when to ask again if it does not verify it. */
  Instant onAccepted(int attempts) {
    Duration pause = backOff(attempts);
    Duration wait = bounds.verificationWait();
    return clock.instant().plus(pause.compareTo(wait) > 0 ? pause : wait);
  }

  /** The hub did not take the request. */
  Instant onRefused(int attempts) {
    return clock.instant().plus(backOff(attempts));
  }

  /** The hub denies the subscription. */
  Instant onDenied() {
    return clock.instant().plus(bounds.longestPause());
  }

  private Duration backOff(int attempts) {
    return BackOff.pause(bounds.retryPause(), attempts, bounds.longestPause());
  }
}
