package io.riftwatch.alert.incident;

import io.riftwatch.alert.incident.Incident.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  /**
   * The incidents as they stand now, those that turned out to be part of another, and those of
   * which every signal was withdrawn.
   */
  List<Incident> recognise(List<Quarrel> quarrels) {
    nameActs(quarrels.stream().flatMap(quarrel -> quarrel.acts().stream()).toList());
    Map<Quarrel, Incident> before = claim(quarrels);
    Map<Quarrel, Incident> after = new IdentityHashMap<>();
    for (Quarrel quarrel : quarrels) {
      Incident claimed = before.get(quarrel);
      after.put(quarrel, claimed == null ? opened(quarrel) : continued(claimed, quarrel));
    }
    Stream<Incident> unclaimed =
        known.stream()
            .filter(incident -> before.values().stream().noneMatch(c -> c == incident))
            .map(
                incident ->
                    quarrels.stream()
                        .filter(quarrel -> sharedFacts(incident, quarrel) > 0)
                        .findFirst()
                        .map(quarrel -> incident.mergedInto(after.get(quarrel), now))
                        .orElseGet(() -> emptied(incident)));
    return Stream.concat(quarrels.stream().map(after::get), unclaimed).toList();
  }

  private Incident emptied(Incident before) {
    return new Incident(
            before.id(),
            before.pair(),
            before.openedAt(),
            now,
            before.lastReport(),
            List.of(),
            dropped(before),
            List.of(),
            null)
        .orUnchanged(before);
  }

  private record Claim(Quarrel quarrel, Incident incident, int shared) {}

  /**
   * An incident goes where most of its hostile facts are; of two that meet, the older one stays.
   */
  private Map<Quarrel, Incident> claim(List<Quarrel> quarrels) {
    List<Claim> claims = new ArrayList<>();
    for (Incident incident : known) {
      quarrels.stream()
          .map(quarrel -> new Claim(quarrel, incident, sharedFacts(incident, quarrel)))
          .filter(claim -> claim.shared() > 0)
          .sorted(Comparator.comparingInt(Claim::shared).reversed())
          .forEach(claims::add);
    }
    Map<Quarrel, Incident> claimed = new IdentityHashMap<>();
    Set<Incident> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Claim claim : claims) {
      if (!claimed.containsKey(claim.quarrel()) && taken.add(claim.incident())) {
        claimed.put(claim.quarrel(), claim.incident());
      }
    }
    return claimed;
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
    while (isKnown(id)) {
      id = Ids.incident(quarrel.pair(), id);
    }
    return incident(id, now, quarrel, List.of());
  }

  private boolean isKnown(String id) {
    return known.stream().anyMatch(incident -> incident.id().equals(id));
  }

  private Incident continued(Incident before, Quarrel quarrel) {
    return incident(before.id(), before.openedAt(), quarrel, dropped(before)).orUnchanged(before);
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

  /**
   * How many of an incident's hostile facts are part of a quarrel; of one that was emptied, how
   * many of those it had.
   */
  private static int sharedFacts(Incident incident, Quarrel quarrel) {
    List<Entry> own = incident.entries().isEmpty() ? incident.dropped() : incident.entries();
    return (int)
        own.stream()
            .filter(Entry::hostileFact)
            .filter(entry -> quarrel.acts().stream().anyMatch(act -> shared(act, entry) > 0))
            .count();
  }

  private static int shared(Act act, Entry entry) {
    return (int) act.signals().stream().filter(entry.signals()::contains).count();
  }
}
