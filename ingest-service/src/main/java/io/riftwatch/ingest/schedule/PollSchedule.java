package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what a poll's outcome means for the feed: when it is polled next, if at all. */
public final class PollSchedule {

  /**
   * The bounds of the decisions.
   *
   * @param longestPause no failure and no Retry-After puts a feed off for longer
   * @param outagePause how long a feed waits that could not be published or stored
   */
  public record Bounds(Duration longestPause, Duration outagePause) {}

  private static final int NOT_MODIFIED = 304;
  private static final int GONE = 410;
  private static final int OK = 200;

  private final InstantSource clock;
  private final Bounds bounds;

  public PollSchedule(InstantSource clock, Bounds bounds) {
    this.clock = clock;
    this.bounds = bounds;
  }

  /** The feed was read whole, and all that was new is published and stored. */
  public PollState onFetched(Duration interval, Validators validators) {
    return healthy(interval, validators, OK);
  }

  /** The outlet had nothing new. */
  public PollState onNotModified(PollState before, Duration interval) {
    return healthy(interval, before.validators(), NOT_MODIFIED);
  }

  /** A hub pushed what is new, so that polling may rest; failures of polling stay what they are. */
  public PollState onPushed(PollState before, Duration rest) {
    Instant rested = clock.instant().plus(rest);
    return before.failures() == 0 ? due(before, later(before.nextPollAt(), rested)) : before;
  }

  /** A hub pushed what cannot be read: the feed is asked itself at once. */
  public PollState onPushUnread(PollState before) {
    return due(before, clock.instant());
  }

  /** The outlet says that the feed is gone for good. */
  public PollState onGone(PollState before) {
    Instant now = clock.instant();
    return new PollState(
        before.nextPollAt(),
        Optional.of(now),
        Validators.NONE,
        before.failures(),
        Optional.of("the outlet answers 410: the feed is gone for good"),
        OptionalInt.of(GONE),
        Optional.of(now));
  }

  /** The outlet asks to wait; never less than the interval, never more than the longest pause. */
  public PollState onThrottled(PollState before, Duration interval, Instant until, int status) {
    Instant now = clock.instant();
    Instant next = earlier(later(until, now.plus(interval)), now.plus(longest(interval)));
    return new PollState(
        next,
        Optional.of(now),
        before.validators(),
        before.failures(),
        Optional.of("the outlet answers " + status + " and asks to wait until " + until),
        OptionalInt.of(status),
        before.retiredAt());
  }

  /** Nothing usable came: the pause doubles with each failure in a row. */
  public PollState onFailed(
      PollState before, Duration interval, String reason, OptionalInt status) {
    Instant now = clock.instant();
    int failures = before.failures() + 1;
    return new PollState(
        now.plus(backOff(interval, failures)),
        Optional.of(now),
        before.validators(),
        failures,
        Optional.of(reason),
        status,
        before.retiredAt());
  }

  /** Our own log or database was away: the feed stays as it was and is asked again soon. */
  public PollState onOutage(PollState before) {
    return due(before, clock.instant().plus(bounds.outagePause()));
  }

  private static PollState due(PollState before, Instant next) {
    return new PollState(
        next,
        before.lastPolledAt(),
        before.validators(),
        before.failures(),
        before.lastError(),
        before.lastStatus(),
        before.retiredAt());
  }

  private PollState healthy(Duration interval, Validators validators, int status) {
    Instant now = clock.instant();
    return new PollState(
        now.plus(interval),
        Optional.of(now),
        validators,
        0,
        Optional.empty(),
        OptionalInt.of(status),
        Optional.empty());
  }

  private Duration backOff(Duration interval, int failures) {
    Duration longest = longest(interval);
    Duration pause = interval;
    for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  private Duration longest(Duration interval) {
    return interval.compareTo(bounds.longestPause()) > 0 ? interval : bounds.longestPause();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
