package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.SignalType;
import java.util.Map;

/**
 * The distances by which reports are held to be of the same thing.
 *
 * @param windowDays days between two reports of one measure
 * @param windowDaysOf the same for single types, where it differs
 * @param quietDays days without a measure after which an incident is over
 * @param reciprocityDays days between two measures that answer each other
 * @param wireCopyBits bits by which the SimHashes of two copies of one dispatch differ at most,
 *     where a report names no wire group
 */
public record CorrelationRules(
    int windowDays,
    Map<SignalType, Integer> windowDaysOf,
    int quietDays,
    int reciprocityDays,
    int wireCopyBits) {

  public CorrelationRules {
    windowDaysOf = Map.copyOf(windowDaysOf);
  }

  /** Days between two reports of one measure of a type. */
  int windowDays(SignalType type) {
    return windowDaysOf.getOrDefault(type, windowDays);
  }
}
