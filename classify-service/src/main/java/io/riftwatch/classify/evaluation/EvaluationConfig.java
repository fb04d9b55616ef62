package io.riftwatch.classify.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an evaluation takes and tells. */
@ConfigMapping(prefix = "riftwatch.classify.evaluations")
public interface EvaluationConfig {

  /** Labelled reports of one evaluation. */
  @WithDefault("10000")
  int maxReports();

  /** Characters of a file of labelled reports. */
  @WithDefault("8000000")
  int maxCharacters();

  /** Mistakes of a file of labelled reports that are named at most. */
  @WithDefault("50")
  int maxMistakes();

  /** Wrong reports that an evaluation shows at most. */
  @WithDefault("1000")
  int maxErrors();
}
