package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * What a set of signals says of one measure, before the measure has a name.
 *
 * @param key what all its signals agree on
 * @param signals ids of the signals it rests on
 * @param taken whether some report has it as a fact, taken back later or not
 * @param status how real it is
 * @param count persons, as most independent sources have it; null where none says
 * @param domain of a suspended cooperation, as most independent sources have it; null elsewhere
 * @param deadline as most independent sources have it; null where none says
 * @param on the day it was announced, or the first report's day
 * @param first day of the first signal that is not of its reversal
 * @param last day of the last signal that is not of its reversal
 * @param reciprocal whether it mirrors an act of the other side
 * @param independentSources number of sources after wire copies are collapsed
 * @param reports every report of it, oldest first
 */
record Act(
    Key key,
    SortedSet<String> signals,
    boolean taken,
    Status status,
    Integer count,
    Domain domain,
    LocalDate deadline,
    LocalDate on,
    LocalDate first,
    LocalDate last,
    boolean reciprocal,
    int independentSources,
    List<Report> reports) {

  /** What makes two reports be of one measure. */
  record Key(String actor, SignalType type, String target, Polarity polarity) {

    static Key of(Signal signal) {
      Polarity polarity =
          signal.status() == Status.REVERSED ? signal.type().polarity() : signal.polarity();
      return new Key(signal.actor(), signal.type(), signal.target(), polarity);
    }

    boolean mirrors(Key other) {
      return type == other.type
          && polarity == other.polarity
          && actor.equals(other.target)
          && target.equals(other.actor);
    }
  }

  /** Whether it is a hostile act that a report has as a fact: what a quarrel is made of. */
  boolean opensQuarrel() {
    return taken && key.polarity() == Polarity.HOSTILE;
  }

  Act answered() {
    return new Act(
        key,
        signals,
        taken,
        status,
        count,
        domain,
        deadline,
        on,
        first,
        last,
        true,
        independentSources,
        reports);
  }

  /** The measure under the name it is known by. */
  Measure named(String id) {
    return new Measure(
        id,
        key.type(),
        key.actor(),
        key.target(),
        status,
        count,
        domain,
        on,
        deadline,
        reciprocal,
        independentSources,
        reports);
  }
}
