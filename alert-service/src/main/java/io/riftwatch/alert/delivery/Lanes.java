package io.riftwatch.alert.delivery;

import java.util.HashMap;
import java.util.Map;

/** How many deliveries are under way on each channel, so that a slow one holds up itself alone. */
final class Lanes {

  private final int perChannel;
  private final Map<String, Integer> busy = new HashMap<>();

  Lanes(int perChannel) {
    this.perChannel = perChannel;
  }

  /** How many more the channel takes now. */
  synchronized int free(String channel) {
    return perChannel - busy.getOrDefault(channel, 0);
  }

  synchronized void enter(String channel) {
    busy.merge(channel, 1, Integer::sum);
  }

  synchronized void leave(String channel) {
    busy.computeIfPresent(channel, (id, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /**
   * Waits until nothing is under way.
   *
   * @param millis how long at most
   * @return whether nothing is
   */
  synchronized boolean awaitEmpty(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (!busy.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return busy.isEmpty();
  }
}
