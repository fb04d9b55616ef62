package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.watch.FeedHealth;
import io.riftwatch.runtime.database.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A feed as REST shows it: its settings, and where it stands.
 *
 * @param health ok, silent, failing or retired
 * @param healthSince since when
 * @param lastError why the last poll gave nothing; null where it did
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
    Instant healthSince,
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

  static FeedView of(Row row) {
    String pollInterval = row.getString("poll_interval");
    Long rhythm = row.getLong("rhythm");
    return new FeedView(
        row.getUUID("id"),
        row.getString("url"),
        row.getString("title"),
        row.getString("outlet"),
        row.getString("language"),
        row.getBoolean("enabled"),
        row.getBoolean("full_text"),
        pollInterval == null ? null : Duration.parse(pollInterval),
        FeedHealth.valueOf(row.getString("health")).label(),
        instant(row, "health_since"),
        instant(row, "created_at"),
        instant(row, "next_poll_at"),
        instant(row, "last_polled_at"),
        row.getString("etag"),
        row.getString("last_modified"),
        row.getInteger("failures"),
        row.getString("last_error"),
        row.getInteger("last_status"),
        instant(row, "retired_at"),
        rhythm == null ? null : Duration.ofSeconds(rhythm),
        instant(row, "last_news_at"),
        row.getString("warning"),
        row.getString("moved_to"),
        row.getString("moved_from"),
        instant(row, "moved_at"));
  }

  private static Instant instant(Row row, String column) {
    return Rows.instant(row, column).orElse(null);
  }
}
