package io.riftwatch.classify.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much a trial of a rule pack reads and answers. */
@ConfigMapping(prefix = "riftwatch.classify.trial")
public interface TrialConfig {

  /** Articles that a trial codes where it is not said how many. */
  @WithDefault("1000")
  @Min(1)
  int articles();

  /** Articles that a trial codes at most. */
  @WithDefault("5000")
  @Min(1)
  int maxArticles();

  /** Differences that a trial shows; further ones are counted. */
  @WithDefault("500")
  int maxDifferences();

  /** Articles read from the database at once. */
  @WithDefault("100")
  @Min(1)
  int batch();
}
