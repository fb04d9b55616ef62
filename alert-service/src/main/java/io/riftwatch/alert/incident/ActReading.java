package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Joins reports to acts: same actor, type, target and polarity, no further apart than a window. */
final class ActReading {

  private static final Comparator<Act> BY_DAY =
      Comparator.comparing(Act::first).thenComparing(act -> act.signals().first());

  private final CorrelationRules rules;

  ActReading(CorrelationRules rules) {
    this.rules = rules;
  }

  /**
   * The acts that signals report, by their day.
   *
   * @param signals in {@link ReportDay#ORDER}
   */
  List<Act> acts(Collection<Signal> signals) {
    return signals.stream().collect(Collectors.groupingBy(Act.Key::of)).entrySet().stream()
        .flatMap(group -> actsOf(group.getKey(), group.getValue()).stream())
        .sorted(BY_DAY)
        .toList();
  }

  private List<Act> actsOf(Act.Key key, List<Signal> signals) {
    int window = rules.windowDays(key.type());
    List<List<Signal>> acts =
        new ArrayList<>(clusters(signals.stream().filter(s -> !reverses(s)).toList(), window));
    clusters(signals.stream().filter(ActReading::reverses).toList(), window)
        .forEach(reversal -> close(acts, reversal));
    return acts.stream().map(members -> act(key, members)).toList();
  }

  private static boolean reverses(Signal signal) {
    return signal.status() == Status.REVERSED;
  }

  private static List<List<Signal>> clusters(List<Signal> signals, int window) {
    List<List<Signal>> clusters = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (Signal signal : signals) {
      LocalDate day = ReportDay.of(signal);
      if (clusters.isEmpty() || ChronoUnit.DAYS.between(last, day) > window) {
        clusters.add(new ArrayList<>());
      }
      clusters.get(clusters.size() - 1).add(signal);
      last = day;
    }
    return clusters;
  }

  /** A reversal takes back the latest act before it, however long ago; else it stands alone. */
  private static void close(List<List<Signal>> acts, List<Signal> reversal) {
    LocalDate day = ReportDay.of(reversal.get(0));
    Optional<List<Signal>> closed =
        acts.stream()
            .filter(act -> act.stream().anyMatch(s -> s.status() == Status.ACTUAL))
            .filter(act -> !ReportDay.of(act.get(0)).isAfter(day))
            .reduce((earlier, later) -> later);
    closed.ifPresentOrElse(act -> act.addAll(reversal), () -> acts.add(new ArrayList<>(reversal)));
  }

  private Act act(Act.Key key, List<Signal> members) {
    List<Signal> facts = members.stream().filter(s -> s.status() == Status.ACTUAL).toList();
    List<Signal> reversals = members.stream().filter(ActReading::reverses).toList();
    List<Signal> stated = members.stream().filter(s -> !reverses(s)).toList();
    List<Signal> bearing = facts.isEmpty() ? members : facts;
    List<Signal> dated = stated.isEmpty() ? members : stated;

    Sources opinion = new Sources(bearing, rules.wireCopyBits());
    List<Signal> shown = new ArrayList<>(bearing);
    reversals.stream().filter(s -> !shown.contains(s)).forEach(shown::add);
    Sources sources = new Sources(shown, rules.wireCopyBits());
    return new Act(
        key,
        members.stream().map(Signal::id).collect(Collectors.toCollection(TreeSet::new)),
        !facts.isEmpty(),
        status(facts, reversals, members),
        opinion.mostSupported(Signal::count, Comparator.naturalOrder()).orElse(null),
        opinion.mostSupported(Signal::domain, Comparator.<Domain>reverseOrder()).orElse(null),
        opinion.mostSupported(Signal::deadline, Comparator.<LocalDate>reverseOrder()).orElse(null),
        opinion
            .mostSupported(ActReading::announced, Comparator.<LocalDate>reverseOrder())
            .orElse(ReportDay.of(bearing.get(0))),
        ReportDay.of(dated.get(0)),
        ReportDay.of(dated.get(dated.size() - 1)),
        false,
        sources.independent(),
        sources.reports());
  }

  private static LocalDate announced(Signal signal) {
    return signal.announcedOn() == null ? null : ReportDay.of(signal);
  }

  private static Status status(List<Signal> facts, List<Signal> reversals, List<Signal> members) {
    if (!reversals.isEmpty()) {
      return Status.REVERSED;
    }
    return facts.isEmpty() ? members.get(members.size() - 1).status() : Status.ACTUAL;
  }
}
