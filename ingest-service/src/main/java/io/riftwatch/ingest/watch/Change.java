package io.riftwatch.ingest.watch;

import io.riftwatch.ingest.contract.FeedHealthChange;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change in how a feed fares, as it was noticed.
 *
 * @param number of the feed's changes, from 1
 * @param error why its last poll gave nothing, as it was then
 */
record Change(
    UUID feedId,
    int number,
    URI url,
    String title,
    String outlet,
    FeedHealth health,
    FeedHealth before,
    Instant since,
    Optional<String> error,
    Instant noticedAt) {

  /** The event that tells it; the same whenever it is told. */
  FeedHealthChange event() {
    return new FeedHealthChange(
        feedId + ":" + number,
        health.kind(),
        feedId.toString(),
        url,
        title,
        outlet,
        since,
        cause(),
        health == FeedHealth.OK ? before.kind() : null,
        noticedAt);
  }

  private String cause() {
    return switch (health) {
      case OK -> null;
      case SILENT -> "no news since " + since + ", far longer than it usually has none";
      case FAILING, RETIRED -> error.orElse("the outlet gave no reason");
    };
  }
}
