package io.riftwatch.classify.replay;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.difference.Difference;
import java.util.ArrayList;
import java.util.List;

/** What to publish for a difference. */
final class Corrections {

  private Corrections() {}

  /**
   * The signal as it is read now, and the withdrawal of one that is read no longer: in this order,
   * so that an incident never stands empty between them.
   *
   * @param number above those of all corrections before
   */
  static List<Signal> of(Difference difference, long number) {
    List<Signal> corrections = new ArrayList<>();
    difference.after().map(signal -> signal.correctedBy(number)).ifPresent(corrections::add);
    difference
        .before()
        .filter(before -> difference.after().map(Signal::id).filter(before.id()::equals).isEmpty())
        .map(signal -> signal.withdrawnBy(number))
        .ifPresent(corrections::add);
    return List.copyOf(corrections);
  }
}
