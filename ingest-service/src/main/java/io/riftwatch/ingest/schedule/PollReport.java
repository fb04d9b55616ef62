package io.riftwatch.ingest.schedule;

import java.time.Instant;
import java.util.List;

/**
 * What a poll came to.
 *
 * @param published articles that were new
 * @param revised articles that the outlet edited
 * @param entries entries of the feed
 * @param error why there is nothing, null where there is no error
 * @param warnings what was wrong with the feed and read nevertheless
 */
public record PollReport(
    Outcome outcome,
    int entries,
    int published,
    int revised,
    String error,
    List<String> warnings,
    Instant nextPollAt) {

  /** How a poll can end. */
  public enum Outcome {
    READ,
    PUSHED,
    NOT_MODIFIED,
    GONE,
    THROTTLED,
    FAILED,
    UNREADABLE,
    INTERRUPTED
  }
}
