package io.riftwatch.classify.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the store of signals outlasts a database that is away. */
@ConfigMapping(prefix = "riftwatch.classify.store")
public interface StoreConfig {

  /** Pause before a signal is stored again after the first failure. */
  @WithDefault("500ms")
  Duration retryFirst();

  /** Longest pause between two attempts. */
  @WithDefault("15s")
  Duration retryMost();

  /** How long a signal is tried before it goes to the dead letters. */
  @WithDefault("15m")
  Duration retryFor();
}
