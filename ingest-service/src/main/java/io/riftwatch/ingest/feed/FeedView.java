package io.riftwatch.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A feed as REST shows it: its settings, and where it stands.
 *
 * @param rhythm the time from one piece of news to the next, as estimated
 * @param lastNewsAt when it last gave something new
 * @param warning what to look at although the feed is read
 * @param movedTo where it redirects for good, not adopted yet
 * @param movedFrom the address it was followed under before it moved
 */
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
    Integer lastStatus,
    Instant retiredAt,
    Duration rhythm,
    Instant lastNewsAt,
    String warning,
    String movedTo,
    String movedFrom,
    Instant movedAt) {

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
        feed.lastStatus,
        feed.retiredAt,
        feed.rhythm == null ? null : Duration.ofSeconds(feed.rhythm),
        feed.lastNewsAt,
        feed.warning,
        feed.movedTo,
        feed.movedFrom,
        feed.movedAt);
  }
}
