package io.riftwatch.alert.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to try again, and when to give up. */
final class RetrySchedule {

  private final List<Duration> pauses;
  private final double jitter;
  private final Duration maxRetryAfter;
  private final DoubleSupplier random;

  /**
   * @param pauses before the first attempt, the second and so on
   * @param jitter share of a pause by which it is lengthened at most, 0 to 1
   * @param maxRetryAfter longest wait that a receiver is granted
   * @param random 0 (inclusive) to 1 (exclusive)
   */
  RetrySchedule(
      List<Duration> pauses, double jitter, Duration maxRetryAfter, DoubleSupplier random) {
    this.pauses = List.copyOf(pauses);
    this.jitter = jitter;
    this.maxRetryAfter = maxRetryAfter;
    this.random = random;
  }

  /** The pause before the first attempt. */
  Duration first() {
    return pauses.get(0);
  }

  /**
   * The pause after attempts that failed.
   *
   * @param failed how many, 1 or more
   * @param retryAfter what the receiver asks for, where it does
   * @return empty when there were enough of them
   */
  Optional<Duration> after(int failed, Optional<Duration> retryAfter) {
    if (failed >= pauses.size()) {
      return Optional.empty();
    }
    Duration own = lengthened(pauses.get(failed));
    Duration asked = shorter(retryAfter.orElse(Duration.ZERO), maxRetryAfter);
    return Optional.of(own.compareTo(asked) >= 0 ? own : asked);
  }

  private Duration lengthened(Duration pause) {
    return pause.plusMillis((long) (pause.toMillis() * jitter * random.getAsDouble()));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
