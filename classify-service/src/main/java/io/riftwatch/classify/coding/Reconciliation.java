package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of all that title and text state one set of measures. */
final class Reconciliation {

  /** A measure that is stated over and over keeps the first spans: a reader needs no more. */
  private static final int MOST_EVIDENCE = 24;

  private record Frame(
      SignalType type, Optional<String> actor, Optional<String> target, Status status) {
    static Frame of(Coding c) {
      return new Frame(c.type(), c.actor(), c.target(), c.status());
    }

    Frame with(Status other) {
      return new Frame(type, actor, target, other);
    }
  }

  private final Discourse discourse;

  Reconciliation(Discourse discourse) {
    this.discourse = discourse;
  }

  List<Coding> of(List<Coding> codings) {
    List<Coding> complete = new ArrayList<>();
    for (Coding coding : codings) {
      boolean open = coding.actor().isEmpty() || coding.target().isEmpty();
      if (!open) {
        complete.add(coding);
      } else if (codings.stream().noneMatch(other -> completes(other, coding))) {
        complete.add(filled(coding));
      }
    }
    Map<Frame, Coding> merged = new LinkedHashMap<>();
    complete.forEach(c -> merged.merge(Frame.of(c), c, Reconciliation::merge));
    Set<Frame> frames = new LinkedHashSet<>(merged.keySet());
    merged.keySet().removeIf(frame -> outdone(frame, frames));
    return List.copyOf(merged.values());
  }

  private static boolean completes(Coding other, Coding open) {
    boolean full = other.actor().isPresent() && other.target().isPresent();
    return full
        && other.type() == open.type()
        && (open.actor().isEmpty() || open.actor().equals(other.actor()))
        && (open.target().isEmpty() || open.target().equals(other.target()));
  }

  private Coding filled(Coding open) {
    List<String> actor =
        open.actor()
            .map(List::of)
            .orElseGet(() -> discourse.actorAgainst(open.target().stream().toList()).codes());
    List<String> target =
        open.target().map(List::of).orElseGet(() -> discourse.targetOf(actor).codes());
    return new Coding(
        open.type(),
        actor.stream().findFirst(),
        target.stream().filter(t -> !actor.contains(t)).findFirst(),
        open.status(),
        open.count(),
        open.domain(),
        open.announcedOn(),
        open.deadline(),
        open.rule(),
        open.grounds(),
        open.evidence());
  }

  private static Coding merge(Coding first, Coding second) {
    List<Evidence> evidence = new ArrayList<>(first.evidence());
    if (evidence.size() < MOST_EVIDENCE) {
      second.evidence().stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
    }
    return new Coding(
        first.type(),
        first.actor(),
        first.target(),
        first.status(),
        first.count().or(second::count),
        first
            .domain()
            .filter(d -> d != io.riftwatch.classify.contract.Domain.OTHER)
            .or(second::domain),
        first.announcedOn().or(second::announcedOn),
        first.deadline().or(second::deadline),
        first.rule(),
        first.grounds().with(second.grounds()),
        evidence);
  }

  /** What was carried out is no longer a threat; what was taken back is no longer in force. */
  private static boolean outdone(Frame frame, Set<Frame> frames) {
    return switch (frame.status()) {
      case THREATENED -> frames.contains(frame.with(Status.ACTUAL));
      case ACTUAL, HISTORICAL -> frames.contains(frame.with(Status.REVERSED));
      case DENIED, REVERSED -> false;
    };
  }
}
