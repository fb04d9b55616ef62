package io.riftwatch.ingest.schedule;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a work at a pace of less than the second that the scheduler's are made of: feeds that all
 * start at the full second would wait for each other.
 */
final class Ticks {

  private Ticks() {}

  /**
   * Begins after one pace; a work that takes longer than a pace is not overtaken.
   *
   * @param work must not fail
   */
  static void every(Duration pace, Supplier<Uni<Void>> work) {
    Multi.createFrom()
        .ticks()
        .every(pace)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> work.get())
        .subscribe()
        .with(done -> {});
  }
}
