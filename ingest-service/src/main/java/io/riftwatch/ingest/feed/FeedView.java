package io.riftwatch.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A feed as REST shows it: its settings, and where it stands. */
public record FeedView(
    UUID id,
    String url,
    String title,
    String outlet,
    String language,
    boolean enabled,
    boolean fullText,
    Duration pollInterval,
    String health,
    Instant createdAt,
    Instant nextPollAt,
    Instant lastPolledAt,
    String etag,
    String lastModified,
    int failures,
    String lastError,
    Integer lastStatus) {

  static FeedView of(Feed feed) {
    return new FeedView(
        feed.id,
        feed.url,
        feed.title,
        feed.outlet,
        feed.language,
        feed.enabled,
        feed.fullText,
        feed.pollInterval,
        FeedHealth.of(feed).name().toLowerCase(Locale.ROOT),
        feed.createdAt,
        feed.nextPollAt,
        feed.lastPolledAt,
        feed.etag,
        feed.lastModified,
        feed.failures,
        feed.lastError,
        feed.lastStatus);
  }
}
