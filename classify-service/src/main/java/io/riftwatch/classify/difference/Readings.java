package io.riftwatch.classify.difference;

import io.riftwatch.classify.contract.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares two readings of one article. */
public final class Readings {

  private record Likeness(Signal before, Signal after, int degree) {}

  private final Map<String, Signal> before;
  private final Map<String, Signal> after;
  private final List<Difference> differences = new ArrayList<>();

  private Readings(Collection<Signal> before, Collection<Signal> after) {
    this.before = byId(before);
    this.after = byId(after);
  }

  private static Map<String, Signal> byId(Collection<Signal> signals) {
    Map<String, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    return byId;
  }

  /**
   * What they differ in. Two measures of one type that agree in actor, target or status count as
   * one that changed. By which rule and words a measure is read makes no difference, nor how likely
   * it is.
   */
  public static List<Difference> between(Collection<Signal> before, Collection<Signal> after) {
    Readings readings = new Readings(before, after);
    readings.pairEqual();
    readings.pairAlike();
    readings.before.values().forEach(lost -> readings.differences.add(Difference.lost(lost)));
    readings.after.values().forEach(gained -> readings.differences.add(Difference.gained(gained)));
    return List.copyOf(readings.differences);
  }

  private void pairEqual() {
    for (String id : List.copyOf(before.keySet())) {
      if (after.containsKey(id)) {
        Signal was = before.remove(id);
        Signal is = after.remove(id);
        if (!saysTheSame(was, is)) {
          differences.add(Difference.changed(was, is));
        }
      }
    }
  }

  private static boolean saysTheSame(Signal a, Signal b) {
    return Objects.equals(a.count(), b.count())
        && Objects.equals(a.domain(), b.domain())
        && Objects.equals(a.announcedOn(), b.announcedOn())
        && Objects.equals(a.deadline(), b.deadline());
  }

  private void pairAlike() {
    before.values().stream()
        .flatMap(was -> after.values().stream().map(is -> new Likeness(was, is, degree(was, is))))
        .filter(likeness -> likeness.degree() > 0)
        .sorted(Comparator.comparingInt(Likeness::degree).reversed())
        .toList()
        .forEach(this::pair);
  }

  private static int degree(Signal a, Signal b) {
    if (a.type() != b.type()) {
      return 0;
    }
    int degree = a.status() == b.status() ? 1 : 0;
    degree += Objects.equals(a.actor(), b.actor()) ? 1 : 0;
    return degree + (Objects.equals(a.target(), b.target()) ? 1 : 0);
  }

  private void pair(Likeness likeness) {
    String was = likeness.before().id();
    String is = likeness.after().id();
    if (before.containsKey(was) && after.containsKey(is)) {
      differences.add(Difference.changed(before.remove(was), after.remove(is)));
    }
  }
}
