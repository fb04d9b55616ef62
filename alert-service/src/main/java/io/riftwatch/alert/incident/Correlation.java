package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins the signals of a pair of states to quarrels. A function of the set of signals: neither
 * their order nor repeats among them make a difference.
 */
final class Correlation {

  private static final Comparator<Act> BY_DAY =
      Comparator.comparing(Act::on)
          .thenComparing(Act::first)
          .thenComparing(a -> a.signals().first());

  private final CorrelationRules rules;
  private final ActReading reading;

  Correlation(CorrelationRules rules) {
    this.rules = rules;
    this.reading = new ActReading(rules);
  }

  /**
   * The quarrels of a pair, by their day. Signals that do not name both states or were withdrawn
   * are left aside.
   *
   * @param signals of one pair
   */
  List<Quarrel> of(Collection<Signal> signals) {
    List<Signal> named =
        latest(signals).stream()
            .filter(signal -> !signal.withdrawn())
            .filter(signal -> signal.actor() != null && signal.target() != null)
            .sorted(ReportDay.ORDER)
            .toList();
    List<Signal> past = named.stream().filter(s -> s.status() == Status.HISTORICAL).toList();
    List<Signal> present = named.stream().filter(s -> s.status() != Status.HISTORICAL).toList();

    List<Act> acts = reading.acts(present);
    List<Span> spans = spans(acts);
    return spans.stream().map(span -> quarrel(span, spans, acts, past)).toList();
  }

  /** Of each id the signal that holds. */
  private static Collection<Signal> latest(Collection<Signal> signals) {
    Map<String, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.merge(signal.id(), signal, Correlation::later));
    return byId.values();
  }

  private static Signal later(Signal a, Signal b) {
    if (a.supersedes(b)) {
      return a;
    }
    return b.supersedes(a) || b.toString().compareTo(a.toString()) > 0 ? b : a;
  }

  private List<Span> spans(List<Act> acts) {
    List<Span> spans = new ArrayList<>();
    for (Act act : acts) {
      if (act.opensQuarrel()) {
        int open = spans.size() - 1;
        if (open >= 0 && spans.get(open).distance(act.first()) <= rules.quietDays()) {
          spans.set(open, spans.get(open).with(act));
        } else {
          spans.add(new Span(act.first(), act.last()));
        }
      }
    }
    return spans;
  }

  private Quarrel quarrel(Span span, List<Span> spans, List<Act> acts, List<Signal> past) {
    List<Act> own =
        acts.stream().filter(act -> spanOf(act, spans).filter(span::equals).isPresent()).toList();
    List<Signal> recalled =
        past.stream()
            .filter(s -> nearest(ReportDay.published(s), spans).filter(span::equals).isPresent())
            .filter(s -> own.stream().noneMatch(act -> recalls(s, act)))
            .toList();
    String pair = Signal.pair(own.get(0).key().actor(), own.get(0).key().target());
    return new Quarrel(
        pair,
        own.stream().map(act -> withReciprocity(act, own)).sorted(BY_DAY).toList(),
        reading.acts(recalled),
        span.last());
  }

  /** Threats may come before the quarrel they lead to; reconciliation only after it began. */
  private Optional<Span> spanOf(Act act, List<Span> spans) {
    boolean reconciles =
        act.key().polarity() == Polarity.CONCILIATORY
            || act.status() == Status.REVERSED && !act.taken();
    List<Span> eligible =
        reconciles
            ? spans.stream().filter(span -> !span.first().isAfter(act.first())).toList()
            : spans;
    return nearest(act.first(), eligible);
  }

  private Optional<Span> nearest(LocalDate day, List<Span> spans) {
    return spans.stream()
        .filter(span -> span.distance(day) <= rules.quietDays())
        .min(
            Comparator.comparingLong((Span span) -> span.distance(day)).thenComparing(Span::first));
  }

  /** Whether background is but one of the quarrel's own measures, told again later. */
  private boolean recalls(Signal past, Act act) {
    return past.announcedOn() != null
        && act.taken()
        && act.key().equals(Act.Key.of(past))
        && new Span(act.first(), act.last()).distance(ReportDay.of(past))
            <= rules.windowDays(past.type());
  }

  private Act withReciprocity(Act act, List<Act> all) {
    boolean answered =
        act.opensQuarrel()
            && all.stream()
                .filter(Act::opensQuarrel)
                .filter(other -> other.key().mirrors(act.key()))
                .anyMatch(
                    other ->
                        Math.abs(ChronoUnit.DAYS.between(act.on(), other.on()))
                            <= rules.reciprocityDays());
    return answered ? act.answered() : act;
  }

  /** The days a quarrel lasts. */
  private record Span(LocalDate first, LocalDate last) {

    Span with(Act act) {
      return new Span(first, act.last().isAfter(last) ? act.last() : last);
    }

    /** Days between a day and the nearest day of the span; 0 within it. */
    long distance(LocalDate day) {
      if (day.isBefore(first)) {
        return ChronoUnit.DAYS.between(day, first);
      }
      return day.isAfter(last) ? ChronoUnit.DAYS.between(last, day) : 0;
    }
  }
}
