package io.riftwatch.classify.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How articles are kept, to be coded again. */
@ConfigMapping(prefix = "riftwatch.classify.articles")
public interface ArticleConfig {

  /** How long an article is kept after its feed was read. */
  @WithDefault("90d")
  Duration keep();

  /** How often older ones are forgotten. */
  @WithDefault("1h")
  Duration sweep();

  /** Articles forgotten in one statement. */
  @WithDefault("1000")
  @Min(1)
  int sweepBatch();

  /** Pause before an article is stored again after the first failure. */
  @WithDefault("500ms")
  Duration retryFirst();

  /** Longest pause between two attempts. */
  @WithDefault("15s")
  Duration retryMost();

  /** How long an article is tried before it is done without. */
  @WithDefault("15m")
  Duration retryFor();
}
