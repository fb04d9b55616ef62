package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.outage.BackOff;
import java.net.URI;
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

  /**
   * What a poll that went well tells of the feed.
   *
   * @param validators what to ask against the next time
   * @param movedTo where a chain of permanent redirects led
   */
  public record Learnt(Validators validators, Rhythm rhythm, Hints hints, Optional<URI> movedTo) {}

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
  public PollState onFetched(PollState before, Duration pause, Learnt learnt) {
    return healthy(before, pause, learnt, OK);
  }

  /** The outlet had nothing new. */
  public PollState onNotModified(PollState before, Duration pause, Learnt learnt) {
    return healthy(before, pause, learnt, NOT_MODIFIED);
  }

  /** A hub pushed what is new, so that polling may rest; failures of polling stay what they are. */
  public PollState onPushed(PollState before, Duration rest, Rhythm rhythm) {
    PollState pushed = before.withRhythm(rhythm);
    return before.failures() == 0
        ? pushed.dueAt(later(before.nextPollAt(), clock.instant().plus(rest)))
        : pushed;
  }

  /** A hub pushed entries whose pages are owed: the feed is read again, modified or not. */
  public PollState onPushOwing(PollState before, Duration pause, Rhythm rhythm) {
    return before
        .withRhythm(rhythm)
        .withValidators(Validators.NONE)
        .dueAt(earlier(before.nextPollAt(), clock.instant().plus(pause)));
  }

  /** A hub pushed what cannot be read: the feed is asked itself at once. */
  public PollState onPushUnread(PollState before) {
    return before.dueAt(clock.instant());
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
        Optional.of(now),
        before.rhythm(),
        before.hints(),
        Optional.empty());
  }

  /** The outlet asks to wait; never less than the interval, never more than the longest pause. */
  public PollState onThrottled(PollState before, Duration interval, Instant until, int status) {
    Instant now = clock.instant();
    Instant next = earlier(later(until, now.plus(interval)), now.plus(longest(interval)));
    return before.troubled(
        now,
        next,
        before.failures() + 1,
        "the outlet answers " + status + " and is left alone until " + until,
        OptionalInt.of(status));
  }

  /** The feed's host asked to be left alone before the feed was asked for. */
  public PollState onHostBlocked(PollState before, Instant until) {
    return before.dueAt(later(until, clock.instant().plus(bounds.outagePause())));
  }

  /** Nothing usable came: the pause doubles with each failure in a row. */
  public PollState onFailed(
      PollState before, Duration interval, String reason, OptionalInt status) {
    Instant now = clock.instant();
    int failures = before.failures() + 1;
    return before.troubled(
        now,
        now.plus(BackOff.pause(interval, failures, longest(interval))),
        failures,
        reason,
        status);
  }

  /** Our own log or database was away: the feed stays as it was and is asked again soon. */
  public PollState onOutage(PollState before) {
    return before.dueAt(clock.instant().plus(bounds.outagePause()));
  }

  private PollState healthy(PollState before, Duration pause, Learnt learnt, int status) {
    Instant now = clock.instant();
    return new PollState(
        inStep(before.nextPollAt(), pause, now),
        Optional.of(now),
        learnt.validators(),
        0,
        Optional.empty(),
        OptionalInt.of(status),
        Optional.empty(),
        learnt.rhythm(),
        learnt.hints(),
        Move.after(before.move(), learnt.movedTo(), now));
  }

  /** A poll that was a little late does not delay those after it, and none follows at once. */
  private static Instant inStep(Instant due, Duration pause, Instant now) {
    Instant inStep = later(due.plus(pause), now.plus(pause.dividedBy(2)));
    return earlier(inStep, now.plus(pause));
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
