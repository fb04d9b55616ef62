package io.riftwatch.ingest.schedule;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When feeds are polled, and how many at once. */
@ConfigMapping(prefix = "riftwatch.ingest.poll")
public interface PollConfig {

  /** How often due feeds are looked for. */
  @WithDefault("200ms")
  Duration tick();

  /** Pause between two polls of a feed whose rhythm is not known yet. */
  @WithDefault("15m")
  Duration interval();

  /** The shortest pause that a feed's rhythm leads to. */
  @WithDefault("5m")
  Duration shortestInterval();

  /** The longest pause that a feed's rhythm leads to. */
  @WithDefault("24h")
  Duration longestInterval();

  /** Polls in the time that a feed takes from one piece of news to the next. */
  @WithDefault("4")
  double pollsPerNews();

  /**
   * What ttl, skipHours, Cache-Control and their like multiply a pause by at most; 1 ignores them.
   */
  @WithDefault("2")
  double hintStretch();

  /** The share of a pause that chance adds at most, so that feeds do not come due together. */
  @WithDefault("0.1")
  double jitter();

  /** Feeds polled at once by one replica; most of them wait for their outlets. */
  @WithDefault("1000")
  int concurrency();

  /** Bytes of feeds held at once by one replica, above which it claims no further ones. */
  @WithDefault("64M")
  MemorySize inFlight();

  /** Bytes of a feed that is read whatever the others hold; a larger one is asked again later. */
  @WithDefault("256K")
  MemorySize fairShare();

  /** Feeds parsed at once by one replica; the processor's cores are a good choice. */
  @WithDefault("2")
  int parsers();

  /** Polls whose ends are written together at most. */
  @WithDefault("500")
  int settleBatch();

  /** Answers in a row that redirect a feed for good before its new address is adopted. */
  @WithDefault("5")
  int moveAnswers();

  /** The time that those answers span at least. */
  @WithDefault("48h")
  Duration moveTime();

  /** How often the feeds that are due are counted, for the metric. */
  @WithDefault("15s")
  Duration count();

  /** How long a claim holds without being renewed, so how soon a killed replica's feeds return. */
  @WithDefault("30s")
  Duration lease();

  /** The longest pause that failures or an outlet's Retry-After put a feed off for. */
  @WithDefault("24h")
  Duration longestPause();

  /** Pause of a feed whose articles the log or the database did not take. */
  @WithDefault("10s")
  Duration outagePause();

  /** How long a stopping replica tries to give its claims back, for others to take at once. */
  @WithDefault("2s")
  Duration releaseTimeout();
}
