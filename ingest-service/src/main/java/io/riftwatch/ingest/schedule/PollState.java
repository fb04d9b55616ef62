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
 */
public record PollState(
    Instant nextPollAt,
    Optional<Instant> lastPolledAt,
    Validators validators,
    int failures,
    Optional<String> lastError,
    OptionalInt lastStatus,
    Optional<Instant> retiredAt) {}
