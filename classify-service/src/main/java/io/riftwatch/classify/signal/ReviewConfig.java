package io.riftwatch.classify.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which signals are published without a verdict. */
@ConfigMapping(prefix = "riftwatch.classify")
public interface ReviewConfig {

  /** Signals with a confidence below this are not published: they wait for a verdict. */
  @WithDefault("0.5")
  double reviewBelow();
}
