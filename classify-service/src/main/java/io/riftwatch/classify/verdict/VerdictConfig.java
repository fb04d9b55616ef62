package io.riftwatch.classify.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What operators may say of signals. */
@ConfigMapping(prefix = "riftwatch.classify.verdicts")
public interface VerdictConfig {

  /** Characters of a note. */
  @WithDefault("2000")
  int maxNote();
}
