package io.riftwatch.ingest.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feeds and pages are fetched, and how much of an answer is taken. */
@ConfigMapping(prefix = "riftwatch.ingest.fetch")
public interface FetchConfig {

  /** Bytes of a body as they come over the wire. */
  @WithDefault("5M")
  MemorySize maxBody();

  /** Bytes of a body after decompression. */
  @WithDefault("15M")
  MemorySize maxInflated();

  /** Bytes of a robots.txt, of which the first 500 KiB count (RFC 9309, 2.5). */
  @WithDefault("1M")
  MemorySize maxRobots();

  /** How long a connection may take to open. */
  @WithDefault("10s")
  Duration connectTimeout();

  /** How long an outlet may take to begin its answer. */
  @WithDefault("20s")
  Duration firstByteTimeout();

  /** How long one answer may take as a whole. */
  @WithDefault("60s")
  Duration totalTimeout();

  /** Redirects followed from one address. */
  @WithDefault("5")
  int maxRedirects();

  /** Requests under way to one host at a time, for feeds and pages alike; others wait. */
  @WithDefault("2")
  int perHost();

  /** Time from the start of one request to a host to the start of the next. */
  @WithDefault("5s")
  Duration gap();

  /**
   * How long a host is left alone that answers 429 or 503 without Retry-After; doubles in a row.
   */
  @WithDefault("1m")
  Duration throttlePause();

  /** The longest such pause. */
  @WithDefault("1h")
  Duration longestThrottlePause();

  /** The longest Retry-After that is heeded. */
  @WithDefault("24h")
  Duration longestRetryAfter();

  /** How long what a robots.txt says holds. */
  @WithDefault("24h")
  Duration robotsMaxAge();

  /** How long no page of a site is read whose robots.txt cannot be had. */
  @WithDefault("10m")
  Duration robotsRetry();

  /** The longest Crawl-delay of a robots.txt that is heeded as a gap; longer ones count as this. */
  @WithDefault("30s")
  Duration longestCrawlDelay();

  /** Sites whose robots.txt is remembered. */
  @WithDefault("10000")
  int robotsSites();

  /** How soon a replica learns which hosts others were asked to leave alone. */
  @WithDefault("5s")
  Duration blockRefresh();
}
