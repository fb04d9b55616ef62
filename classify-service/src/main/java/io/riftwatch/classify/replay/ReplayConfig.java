package io.riftwatch.classify.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How stored articles are coded again. */
@ConfigMapping(prefix = "riftwatch.classify.replay")
public interface ReplayConfig {

  /** How often a replica looks for a replay to go on with. */
  @WithDefault("1s")
  Duration tick();

  /** Articles that are coded, or differences that are published, between two notes of progress. */
  @WithDefault("50")
  @Min(1)
  int batch();

  /** How long a replay is left to a replica that shows no progress, should it have died. */
  @WithDefault("1m")
  Duration lease();
}
