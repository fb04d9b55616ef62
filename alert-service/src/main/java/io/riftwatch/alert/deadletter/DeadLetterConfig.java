package io.riftwatch.alert.deadletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are kept. */
@ConfigMapping(prefix = "riftwatch.alert.dead-letters")
public interface DeadLetterConfig {

  /** First pause before a letter is tried again while the database cannot be reached. */
  @WithDefault("200ms")
  Duration retryMin();

  /** Longest pause between two such tries. */
  @WithDefault("10s")
  Duration retryMax();
}
