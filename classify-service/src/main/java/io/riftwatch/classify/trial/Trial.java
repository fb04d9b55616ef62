package io.riftwatch.classify.trial;

import io.riftwatch.classify.difference.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule pack would change.
 *
 * @param language ISO 639-1
 * @param version the pack that was tried
 * @param inForce version of the pack that it was held against; empty where the language has none
 * @param from earliest time of publication
 * @param to articles are published before it
 * @param stored articles of that time that there are
 * @param coded how many of them, the newest, were coded with both packs
 * @param signals how many the pack in force reads in them, and the pack that was tried
 * @param gained measures that it alone reads
 * @param lost measures that the pack in force alone reads
 * @param changed measures that they read otherwise
 * @param differences the first of them, by article from the newest to the oldest
 */
public record Trial(
    String language,
    String version,
    Optional<String> inForce,
    Instant from,
    Instant to,
    int stored,
    int coded,
    Signals signals,
    int gained,
    int lost,
    int changed,
    List<Difference> differences) {

  /**
   * How many signals two packs read.
   *
   * @param before with the pack in force
   * @param after with the pack that was tried
   */
  public record Signals(int before, int after) {}
}
