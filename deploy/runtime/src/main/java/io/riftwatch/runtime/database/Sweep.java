package io.riftwatch.runtime.database;

import io.smallrye.mutiny.Uni;

/** Deletes in batches, so that no statement holds many rows for long. */
public final class Sweep {

  private Sweep() {}

  /**
   * Repeats until a batch is not full.
   *
   * @param batch deletes at most so many rows, and gives how many it did
   * @param full how many rows a batch deletes at most
   */
  public static Uni<Void> of(Uni<Integer> batch, int full) {
    return batch.repeat().whilst(swept -> swept == full).collect().last().replaceWithVoid();
  }
}
