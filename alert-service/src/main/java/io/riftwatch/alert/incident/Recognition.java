package io.riftwatch.alert.incident;

import io.riftwatch.alert.incident.Incident.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the incidents and measures that are known already in a fresh reading of the signals: what
 * shares signals is the same thing and keeps its name, whatever late reports did to its content.
 */
final class Recognition {

  private static final Comparator<Incident> BY_AGE =
      Comparator.comparing(Incident::openedAt).thenComparing(Incident::id);

  private final List<Incident> known;
  private final Instant now;
  private final Map<Act, Entry> entryOf = new IdentityHashMap<>();

  /**
   * @param known the pair's incidents, none of them merged into another
   * @param now the time of looking
   */
  Recognition(List<Incident> known, Instant now) {
    this.known = known.stream().sorted(BY_AGE).toList();
    this.now = now;
  }

  /** The incidents as they stand now, and those that turned out to be part of another. */
  List<Incident> recognise(List<Quarrel> quarrels) {
    nameActs(quarrels.stream().flatMap(quarrel -> quarrel.acts().stream()).toList());
    List<Incident> unclaimed = new ArrayList<>(known);
    List<Incident> recognised = new ArrayList<>();
    for (Quarrel quarrel : quarrels) {
      Optional<Incident> before =
          unclaimed.stream().filter(incident -> shareSignals(incident, quarrel)).findFirst();
      before.ifPresent(unclaimed::remove);
      recognised.add(
          before
              .map(b -> incident(b.id(), b.openedAt(), quarrel, dropped(b)).orUnchanged(b))
              .orElseGet(() -> opened(quarrel)));
    }
    List<Incident> merged = new ArrayList<>();
    for (Incident left : unclaimed) {
      for (int i = 0; i < quarrels.size(); i++) {
        if (shareSignals(left, quarrels.get(i))) {
          merged.add(left.mergedInto(recognised.get(i), now));
          break;
        }
      }
    }
    recognised.addAll(merged);
    return List.copyOf(recognised);
  }

  private record Likeness(Act act, Entry entry, int position, int shared) {}

  private void nameActs(List<Act> acts) {
    List<Entry> entries = known.stream().flatMap(Incident::remembered).toList();
    List<Likeness> likenesses = new ArrayList<>();
    for (Act act : acts) {
      for (Entry entry : entries) {
        int shared = shared(act, entry);
        if (shared > 0) {
          likenesses.add(new Likeness(act, entry, likenesses.size(), shared));
        }
      }
    }
    likenesses.sort(
        Comparator.comparing((Likeness l) -> l.entry().told().isEmpty())
            .thenComparing(Comparator.comparingInt(Likeness::shared).reversed())
            .thenComparingInt(Likeness::position));
    Set<Entry> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Likeness likeness : likenesses) {
      if (!entryOf.containsKey(likeness.act()) && taken.add(likeness.entry())) {
        entryOf.put(
            likeness.act(), entry(likeness.act(), likeness.entry().measure().id(), entries));
      }
    }
    for (Act act : acts) {
      entryOf.computeIfAbsent(act, fresh -> entry(fresh, Ids.measure(fresh), entries));
    }
  }

  /** What was told of any part of an act is told of the act. */
  private static Entry entry(Act act, String id, List<Entry> entries) {
    Set<Transition> told = new TreeSet<>();
    entries.stream().filter(e -> shared(act, e) > 0).map(Entry::told).forEach(told::addAll);
    return new Entry(act.named(id), act.taken(), act.signals(), told);
  }

  private Incident opened(Quarrel quarrel) {
    Act first = quarrel.acts().stream().filter(Act::opensQuarrel).findFirst().orElseThrow();
    String id = Ids.incident(quarrel.pair(), entryOf.get(first).measure().id());
    return incident(id, now, quarrel, List.of());
  }

  private List<Entry> dropped(Incident before) {
    return before
        .remembered()
        .filter(entry -> !entry.told().isEmpty())
        .filter(entry -> entryOf.keySet().stream().allMatch(act -> shared(act, entry) == 0))
        .toList();
  }

  private Incident incident(String id, Instant openedAt, Quarrel quarrel, List<Entry> dropped) {
    return new Incident(
        id,
        quarrel.pair(),
        openedAt,
        now,
        quarrel.last(),
        quarrel.acts().stream().map(entryOf::get).toList(),
        dropped,
        quarrel.background().stream().map(act -> act.named(Ids.measure(act))).toList(),
        null);
  }

  private static boolean shareSignals(Incident incident, Quarrel quarrel) {
    return incident.entries().stream()
        .anyMatch(entry -> quarrel.acts().stream().anyMatch(act -> shared(act, entry) > 0));
  }

  private static int shared(Act act, Entry entry) {
    return (int) act.signals().stream().filter(entry.signals()::contains).count();
  }
}
