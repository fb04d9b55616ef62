package io.riftwatch.alert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5));

  private final RetrySchedule schedule =
      new RetrySchedule(PAUSES, 0.1, Duration.ofHours(24), () -> 0.0);

  @ParameterizedTest(name = "after {0} failures, asked to wait {1}: {2}")
  @CsvSource({
    "1, , PT5S",
    "2, , PT5M",
    "3, , ",
    "4, , ",
    "1, PT30S, PT30S",
    "1, PT1S, PT5S",
    "2, PT1000H, PT24H",
    "3, PT30S, "
  })
  void theLongerOfTheOwnPauseAndTheReceiversWishIsKept(
      int failed, Duration asked, Duration expected) {
    assertEquals(Optional.ofNullable(expected), schedule.after(failed, Optional.ofNullable(asked)));
  }

  @Test
  void chanceLengthensAPauseByATenthAtMost() {
    RetrySchedule unlucky = new RetrySchedule(PAUSES, 0.1, Duration.ofHours(24), () -> 0.999);

    assertEquals(Optional.of(Duration.ofMillis(5499)), unlucky.after(1, Optional.empty()));
  }
}
