package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Uni;

/** What operators said of signals. */
public interface Verdicts {

  /**
   * Has what was said of a signal hold of a later revision of its report too.
   *
   * @param signal as the later revision states it; it is stored
   */
  Uni<Void> uphold(Signal signal);
}
