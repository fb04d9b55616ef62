package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.fetch.Validators;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a feed stands between two polls.
 *
 * @param nextPollAt when it is due
 * @param validators what the last whole reading may be asked against
 * @param failures how many polls in a row failed
 * @param lastError why the last poll gave nothing, empty where it did
 * @param lastStatus the last HTTP status
 * @param retiredAt when the outlet said that the feed is gone; it is not polled any more
 * @param rhythm how often it has news
 * @param hints when the outlet would like it to be polled, as its body says
 * @param move where it redirects for good
 */
public record PollState(
    Instant nextPollAt,
    Optional<Instant> lastPolledAt,
    Validators validators,
    int failures,
    Optional<String> lastError,
    OptionalInt lastStatus,
    Optional<Instant> retiredAt,
    Rhythm rhythm,
    Hints hints,
    Optional<Move> move) {

  /** The same feed, due at another time. */
  PollState dueAt(Instant next) {
    return new PollState(
        next,
        lastPolledAt,
        validators,
        failures,
        lastError,
        lastStatus,
        retiredAt,
        rhythm,
        hints,
        move);
  }

  /** The same feed after a poll that gave nothing, with its validators and all that was learnt. */
  PollState troubled(Instant now, Instant next, int inARow, String error, OptionalInt status) {
    return new PollState(
        next,
        Optional.of(now),
        validators,
        inARow,
        Optional.of(error),
        status,
        retiredAt,
        rhythm,
        hints,
        move);
  }

  /** The same feed after a move was adopted. */
  PollState settledDown() {
    return new PollState(
        nextPollAt,
        lastPolledAt,
        validators,
        failures,
        lastError,
        lastStatus,
        retiredAt,
        rhythm,
        hints,
        Optional.empty());
  }
}
