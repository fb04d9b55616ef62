package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.incident.Incident.Entry;
import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is new about an incident since it was last told: every measure that became a fact, once, and
 * every measure taken back, once.
 *
 * @param incident with the changes marked as told
 * @param changes in the order in which to tell them
 */
record Telling(Incident incident, List<Change> changes) {

  static Telling of(Incident incident) {
    List<Entry> entries = new ArrayList<>(incident.entries());
    List<Change> changes = new ArrayList<>();
    tell(entries, changes, Transition.TAKEN, Polarity.HOSTILE);
    tell(entries, changes, Transition.TAKEN, Polarity.CONCILIATORY);
    tell(entries, changes, Transition.REVERSED, Polarity.HOSTILE);
    tell(entries, changes, Transition.REVERSED, Polarity.CONCILIATORY);
    return new Telling(incident.with(entries), List.copyOf(changes));
  }

  private static void tell(
      List<Entry> entries, List<Change> changes, Transition transition, Polarity polarity) {
    IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).measure().type().polarity() == polarity)
        .filter(i -> happened(entries.get(i), transition) && !entries.get(i).isTold(transition))
        .forEach(
            i -> {
              Entry entry = entries.get(i);
              changes.add(
                  new Change(kind(entry, transition, entries), transition, entry.measure()));
              entries.set(i, entry.told(transition));
            });
  }

  private static boolean happened(Entry entry, Transition transition) {
    return switch (transition) {
      case TAKEN -> entry.taken();
      case REVERSED -> entry.measure().status() == Status.REVERSED;
    };
  }

  private static Kind kind(Entry entry, Transition transition, List<Entry> entries) {
    if (transition == Transition.REVERSED || !entry.hostileFact()) {
      return Kind.NORMALISED;
    }
    List<Entry> before =
        entries.stream().filter(e -> e.hostileFact() && e.isTold(Transition.TAKEN)).toList();
    if (before.isEmpty()) {
      return Kind.OPENED;
    }
    int rung = entry.measure().type().rung();
    return before.stream().allMatch(e -> e.measure().type().rung() < rung)
        ? Kind.ESCALATED
        : Kind.MEASURE;
  }
}
