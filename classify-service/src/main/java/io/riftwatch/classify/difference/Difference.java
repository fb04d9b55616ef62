package io.riftwatch.classify.difference;

import io.riftwatch.classify.contract.Signal;
import java.util.Optional;

/**
 * What two readings of one article differ in about one measure.
 *
 * @param kind what became of it
 * @param before as it was read first; empty where it was not
 * @param after as it is read now; empty where it is not
 */
public record Difference(Kind kind, Optional<Signal> before, Optional<Signal> after) {

  /** What became of a measure. */
  public enum Kind {
    /** It is read now alone. */
    GAINED,
    /** It was read before alone. */
    LOST,
    /** It is read otherwise than before. */
    CHANGED
  }

  static Difference gained(Signal after) {
    return new Difference(Kind.GAINED, Optional.empty(), Optional.of(after));
  }

  static Difference lost(Signal before) {
    return new Difference(Kind.LOST, Optional.of(before), Optional.empty());
  }

  static Difference changed(Signal before, Signal after) {
    return new Difference(Kind.CHANGED, Optional.of(before), Optional.of(after));
  }
}
