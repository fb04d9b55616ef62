package io.riftwatch.ingest.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/**
 * What makes a feed silent, failing or retired, as SQL over a row of {@code feed}, so that lists,
 * counts and events agree. A feed that could never be read fails from its first failure on. How
 * long a feed has had no news is counted to when it was last asked, so that an outage of ours makes
 * none silent.
 */
@ApplicationScoped
public class HealthRules {

  private static final String HEALTH =
      """
      CASE
        WHEN feed.retired_at IS NOT NULL THEN 'RETIRED'
        WHEN feed.failures > 0 AND (feed.news_seen_at IS NULL OR feed.failures >= %d
          AND feed.failing_since <= now() - make_interval(secs => %d)) THEN 'FAILING'
        WHEN feed.enabled AND feed.last_polled_at - coalesce(feed.news_seen_at, feed.created_at)
          > make_interval(secs => greatest(%d, %s * coalesce(feed.rhythm, 0))) THEN 'SILENT'
        ELSE 'OK'
      END
      """;

  private static final String SINCE =
      """
      CASE %s
        WHEN 'RETIRED' THEN feed.retired_at
        WHEN 'FAILING' THEN feed.failing_since
        WHEN 'SILENT' THEN coalesce(feed.news_seen_at, feed.created_at)
      END
      """;

  private final WatchConfig config;

  HealthRules(WatchConfig config) {
    this.config = config;
  }

  /** The name of the row's {@link FeedHealth}. */
  public String health() {
    return HEALTH.formatted(
        config.failingAfter(),
        seconds(config.failingFor()),
        seconds(config.silenceMinimum()),
        String.format(Locale.ROOT, "%f", config.silenceFactor()));
  }

  /** Since when it is silent, failing or retired; null where all is well. */
  public String since() {
    return SINCE.formatted(health());
  }

  private static long seconds(Duration duration) {
    return duration.toSeconds();
  }
}
