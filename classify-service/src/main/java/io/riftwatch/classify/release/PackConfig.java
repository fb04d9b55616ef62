package io.riftwatch.classify.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How uploaded rule packs are taken and put in force. */
@ConfigMapping(prefix = "riftwatch.classify.packs")
public interface PackConfig {

  /** How often a replica looks whether another pack was put in force. */
  @WithDefault("1s")
  Duration poll();

  /** How long a start waits for the packs in force; after that the built-in ones serve first. */
  @WithDefault("5s")
  Duration startWait();

  /** Mistakes of an uploaded pack that are named at most. */
  @WithDefault("50")
  @Min(1)
  int maxMistakes();

  /** Characters of the files of an uploaded pack together. */
  @WithDefault("4000000")
  int maxCharacters();
}
