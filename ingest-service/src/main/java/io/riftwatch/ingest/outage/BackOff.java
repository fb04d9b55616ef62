package io.riftwatch.ingest.outage;

import java.time.Duration;

/** The pause of what fails again and again: it doubles each time in a row, up to a longest. */
public final class BackOff {

  private BackOff() {}

  /**
   * The pause after a failure.
   *
   * @param first after the first one
   * @param inARow failures in a row, 1 for the first
   * @param longest no pause is longer
   */
  public static Duration pause(Duration first, int inARow, Duration longest) {
    Duration pause = first;
    for (int i = 1; i < inARow && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
