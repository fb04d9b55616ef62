package io.riftwatch.ingest.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a feed counts as silent or failing, and how that is told. */
@ConfigMapping(prefix = "riftwatch.ingest.watch")
public interface WatchConfig {

  /** How often it is looked for feeds that fare otherwise than before. */
  @WithDefault("15s")
  Duration tick();

  /** Times its usual pause between news for which a feed may have none before it is silent. */
  @WithDefault("10")
  double silenceFactor();

  /** Time without news below which no feed is silent. */
  @WithDefault("2d")
  Duration silenceMinimum();

  /** Failures in a row from which on a feed can be failing. */
  @WithDefault("3")
  int failingAfter();

  /** Time since the first of them below which no feed is failing. */
  @WithDefault("1h")
  Duration failingFor();

  /** Changes noticed, and changes told, at once by one replica. */
  @WithDefault("200")
  int batch();

  /**
   * How long a change is left to the replica that tells it, so how soon a killed one's are told.
   */
  @WithDefault("30s")
  Duration lease();
}
