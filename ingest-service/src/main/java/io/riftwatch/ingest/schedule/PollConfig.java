package io.riftwatch.ingest.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When feeds are polled, and how many at once. */
@ConfigMapping(prefix = "riftwatch.ingest.poll")
public interface PollConfig {

  /** How often due feeds are looked for. */
  @WithDefault("1s")
  Duration tick();

  /** Pause between two polls of a feed that sets none itself. */
  @WithDefault("15m")
  Duration interval();

  /** Feeds polled at once by one replica. */
  @WithDefault("16")
  int concurrency();

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
