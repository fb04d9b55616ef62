package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One open quarrel of a pair of states, as far as it is known and told.
 *
 * @param id given when it opens, kept ever after
 * @param pair the two states in alphabetical order
 * @param openedAt when it was first told
 * @param updatedAt when anything of it last changed
 * @param lastReport day of the last report of a hostile measure that was taken
 * @param entries its measures, by their day
 * @param dropped measures that later reports moved out of it, kept because they were told
 * @param background earlier acts that its reports recall, by their day
 * @param mergedInto the incident that took this one up; null while it stands on its own
 */
record Incident(
    String id,
    String pair,
    Instant openedAt,
    Instant updatedAt,
    LocalDate lastReport,
    List<Entry> entries,
    List<Entry> dropped,
    List<Measure> background,
    String mergedInto) {

  Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    Objects.requireNonNull(lastReport, "lastReport");
    entries = List.copyOf(entries);
    dropped = List.copyOf(dropped);
    background = List.copyOf(background);
  }

  /**
   * A measure of the incident.
   *
   * @param measure what is known of it
   * @param taken whether some report has it as a fact, taken back later or not
   * @param signals ids of the signals it rests on
   * @param told what people were told of it
   */
  record Entry(Measure measure, boolean taken, Set<String> signals, Set<Transition> told) {

    Entry {
      Objects.requireNonNull(measure, "measure");
      signals = Set.copyOf(signals);
      told = Set.copyOf(told);
    }

    boolean hostileFact() {
      return taken && measure.type().polarity() == Polarity.HOSTILE;
    }

    /** Whether it happened or was taken back, as against threatened or denied. */
    boolean event() {
      return taken || measure.status() == Status.REVERSED;
    }

    boolean isTold(Transition transition) {
      return told.contains(transition);
    }

    Entry told(Transition transition) {
      Set<Transition> more = new TreeSet<>(told);
      more.add(transition);
      return new Entry(measure, taken, signals, more);
    }
  }

  /** The highest rung on which a measure stands that was not taken back; 0 for none. */
  int level() {
    return entries.stream()
        .map(Entry::measure)
        .filter(measure -> measure.status() == Status.ACTUAL)
        .mapToInt(measure -> measure.type().rung())
        .max()
        .orElse(0);
  }

  /** Every measure it ever knew. */
  Stream<Entry> remembered() {
    return Stream.concat(entries.stream(), dropped.stream());
  }

  /** Its measures that happened, by their day. */
  List<Measure> events() {
    return entries.stream().filter(Entry::event).map(Entry::measure).toList();
  }

  Incident with(List<Entry> changed) {
    return new Incident(
        id, pair, openedAt, updatedAt, lastReport, changed, dropped, background, mergedInto);
  }

  Incident mergedInto(Incident other, Instant now) {
    return new Incident(
        id, pair, openedAt, now, lastReport, entries, dropped, background, other.id());
  }

  /** This, or what was known before when nothing but the time of looking differs. */
  Incident orUnchanged(Incident before) {
    Incident sameTime =
        new Incident(
            id,
            pair,
            openedAt,
            before.updatedAt,
            lastReport,
            entries,
            dropped,
            background,
            mergedInto);
    return sameTime.equals(before) ? before : this;
  }
}
