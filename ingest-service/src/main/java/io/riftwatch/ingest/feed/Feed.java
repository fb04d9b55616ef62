package io.riftwatch.ingest.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A feed that is followed. Its settings are written here; where it stands is written by whoever
 * holds its claim, so that an update touches only the columns it changes.
 */
@Entity
@DynamicUpdate
@Table(schema = "ingest", name = "feed")
public class Feed {

  @Id UUID id;
  String url;
  String title;
  String outlet;
  String language;
  boolean enabled;

  @Column(name = "full_text")
  boolean fullText;

  @Convert(converter = DurationText.class)
  @Column(name = "poll_interval")
  Duration pollInterval;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "next_poll_at")
  Instant nextPollAt;

  @Column(name = "last_polled_at")
  Instant lastPolledAt;

  String etag;

  @Column(name = "last_modified")
  String lastModified;

  int failures;

  @Column(name = "last_error")
  String lastError;

  @Column(name = "last_status")
  Integer lastStatus;

  @Column(name = "retired_at")
  Instant retiredAt;

  /** Seconds from one piece of news to the next. */
  Long rhythm;

  @Column(name = "last_news_at")
  Instant lastNewsAt;

  String warning;

  @Column(name = "moved_to")
  String movedTo;

  @Column(name = "moved_since")
  Instant movedSince;

  @Column(name = "moved_answers")
  Integer movedAnswers;

  @Column(name = "moved_from")
  String movedFrom;

  @Column(name = "moved_at")
  Instant movedAt;

  UUID claim;

  @Column(name = "claimed_until")
  Instant claimedUntil;

  /** A feed that is due at once. */
  static Feed of(UUID id, FeedSettings settings, Instant now) {
    Feed feed = new Feed();
    feed.id = id;
    feed.createdAt = now;
    feed.nextPollAt = now;
    feed.url = settings.address();
    feed.set(settings);
    return feed;
  }

  /**
   * Takes new settings. Another address, or enabling the feed, begins anew: what was known of the
   * old address is forgotten and whoever is polling it loses its claim.
   */
  void change(FeedSettings settings, Instant now) {
    boolean enabledBefore = enabled;
    set(settings);
    if (!url.equals(settings.address()) || enabled && (!enabledBefore || retiredAt != null)) {
      url = settings.address();
      nextPollAt = now;
      etag = null;
      lastModified = null;
      failures = 0;
      lastError = null;
      lastStatus = null;
      retiredAt = null;
      rhythm = null;
      lastNewsAt = null;
      warning = null;
      movedTo = null;
      movedSince = null;
      movedAnswers = null;
      movedFrom = null;
      movedAt = null;
      claim = null;
      claimedUntil = null;
    }
  }

  private void set(FeedSettings settings) {
    title = settings.title() == null ? "" : settings.title().strip();
    outlet = settings.outlet() == null ? "" : settings.outlet().strip();
    language = settings.languageCode().orElse(null);
    enabled = settings.enabled() == null || settings.enabled();
    fullText = settings.fullText() == null || settings.fullText();
    pollInterval = settings.pollInterval();
  }
}
