package io.riftwatch.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;

/**
 * The demo's three days, told in a minute: when an item of those days becomes visible now.
 *
 * @param start of the first day
 * @param day how long a day lasts
 * @param clock of today
 */
record Broadcast(Instant start, Duration day, InstantSource clock) {

  static final int DAYS = 3;

  /** Outlets publish from this hour to midnight; the night is skipped. */
  private static final LocalTime FIRST_HOUR = LocalTime.of(6, 0);

  /** When the item becomes visible. */
  Instant visibleAt(Item item) {
    double published = Duration.between(FIRST_HOUR, item.time()).toMinutes();
    double share = Math.max(0, published / Duration.between(FIRST_HOUR, LocalTime.MAX).toMinutes());
    return start.plus(day.multipliedBy(item.day() - 1)).plusMillis((long) (share * day.toMillis()));
  }

  boolean isVisible(Item item) {
    return !clock.instant().isBefore(visibleAt(item));
  }

  /** The day that is being told, from 1; one more than the last when all is told. */
  int today() {
    return (int)
        Math.min(
            DAYS + 1, 1 + Duration.between(start, clock.instant()).toMillis() / day.toMillis());
  }
}
