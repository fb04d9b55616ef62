package io.riftwatch.ingest.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When articles are held to be copies of one text. */
@ConfigMapping(prefix = "riftwatch.ingest.wire")
public interface WireConfig {

  /** How long after an article its copies are looked for; older ones leave the index. */
  @WithDefault("7d")
  Duration window();

  /** Words of a text below which only an equal one is a copy. */
  @WithDefault("30")
  @Min(5)
  int shortestText();

  /** The share of the shorter text that has to stand in the longer, 0 to 1. */
  @WithDefault("0.55")
  @DecimalMin("0")
  @DecimalMax("1")
  double containment();

  /** The share of the shorter text's numbers that the longer has to have, 0 to 1. */
  @WithDefault("0.5")
  @DecimalMin("0")
  @DecimalMax("1")
  double figures();

  /** Articles compared with a new one at most, those that share most with it. */
  @WithDefault("16")
  @Min(1)
  int candidates();

  /** Articles that one band gives to look at, the newest; it bounds what common phrases cost. */
  @WithDefault("32")
  @Min(1)
  int perBand();

  /** How often articles past the window are taken out of the index. */
  @WithDefault("10m")
  Duration sweep();

  /** Articles taken out of the index in one statement. */
  @WithDefault("1000")
  @Min(1)
  int sweepBatch();

  /** The rules of the core. */
  default WireRules rules() {
    return new WireRules(shortestText(), containment(), figures());
  }
}
