package io.riftwatch.classify.evaluate;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a measure is compared by.
 *
 * @param type which measure
 * @param actor code of the state that takes it; of a label, empty matches any
 * @param target code of the state it is aimed at; of a label, empty matches any
 * @param status how real it is; empty where a reading leaves it out
 */
public record Frame(
    SignalType type, Optional<String> actor, Optional<String> target, Optional<Status> status)
    implements Comparable<Frame> {

  /** By name, what is not stated last. */
  private static final Comparator<Frame> ORDER =
      Comparator.comparing((Frame frame) -> frame.type.name())
          .thenComparing(Frame::actor, statedFirst())
          .thenComparing(Frame::target, statedFirst())
          .thenComparing(frame -> frame.status.map(Status::name), statedFirst());

  private static Comparator<Optional<String>> statedFirst() {
    return Comparator.comparing(
        value -> value.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  /** A frame of all four. */
  public static Frame of(
      SignalType type, Optional<String> actor, Optional<String> target, Status status) {
    return new Frame(type, actor, target, Optional.of(status));
  }

  /** Whether this, as a label, accepts what was found. */
  boolean accepts(Frame found) {
    return type == found.type
        && (actor.isEmpty() || actor.equals(found.actor))
        && (target.isEmpty() || target.equals(found.target))
        && (status.isEmpty() || status.equals(found.status));
  }

  /** How much of it is left open. */
  long open() {
    return Stream.of(actor, target, status).filter(Optional::isEmpty).count();
  }

  /** Whether it is a reason to alert: a measure against the other that is in force. */
  boolean alerts() {
    return type != SignalType.NORMALISATION && status.equals(Optional.of(Status.ACTUAL));
  }

  @Override
  public int compareTo(Frame other) {
    return ORDER.compare(this, other);
  }
}
