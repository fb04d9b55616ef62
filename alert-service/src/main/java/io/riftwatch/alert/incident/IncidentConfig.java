package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.SignalType;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How signals become incidents. */
@ConfigMapping(prefix = "riftwatch.alert")
public interface IncidentConfig {

  /** Where people reach the gateway; links in alerts begin with it. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /** By which distances reports are held to be of the same thing. */
  CorrelationConfig correlation();

  /** How signals are taken in. */
  IntakeConfig intake();

  /** By which distances reports are held to be of the same thing. */
  interface CorrelationConfig {

    /** Days between two reports of one measure. */
    @WithDefault("10")
    @Min(0)
    int windowDays();

    /** The same for single types, for example {@code window-days-of.PROTEST: 3}. */
    Map<SignalType, Integer> windowDaysOf();

    /** Days without a measure after which an incident is over. */
    @WithDefault("30")
    @Min(1)
    int quietDays();

    /** Days between two measures that answer each other. */
    @WithDefault("14")
    @Min(0)
    int reciprocityDays();

    /**
     * Bits by which the fingerprints of two copies of one dispatch differ at most, where an article
     * names no wire group.
     */
    @WithDefault("10")
    @Min(0)
    @Max(64)
    int wireCopyBits();

    /** The rules of the core. */
    default CorrelationRules rules() {
      return new CorrelationRules(
          windowDays(), windowDaysOf(), quietDays(), reciprocityDays(), wireCopyBits());
    }
  }

  /** How signals are taken in. */
  interface IntakeConfig {

    /** First pause before a signal is tried again while the database cannot be reached. */
    @WithDefault("200ms")
    Duration retryMin();

    /** Longest pause between two such tries. */
    @WithDefault("10s")
    Duration retryMax();
  }
}
