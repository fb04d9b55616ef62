package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.ingest.parse.FeedHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final Instant THURSDAY = Instant.parse("2025-09-18T10:30:00Z");

  private static Hints feed(Optional<Duration> ttl, Optional<Duration> period) {
    return Hints.of(
        new FeedHints(ttl, period, Set.of(), Set.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void ofTwoWishesTheLongerCounts() {
    Duration hour = Duration.ofHours(1);

    assertEquals(Duration.ZERO, feed(Optional.empty(), Optional.empty()).pause());
    assertEquals(hour, feed(Optional.of(hour), Optional.of(Duration.ofMinutes(5))).pause());
    assertEquals(hour, feed(Optional.empty(), Optional.of(hour)).pause());
    assertEquals(hour, Hints.NONE.withFreshness(hour).pause());
    assertEquals(
        hour,
        feed(Optional.of(hour), Optional.empty()).withFreshness(Duration.ofMinutes(5)).pause());
  }

  @Test
  void theFirstWelcomeInstantFollowsTheSkippedHoursAndDays() {
    Hints hints = new Hints(Duration.ZERO, Set.of(10, 11, 0), Set.of(DayOfWeek.FRIDAY));

    assertEquals(Instant.parse("2025-09-18T12:00:00Z"), hints.firstWelcome(THURSDAY));
    assertEquals(
        Instant.parse("2025-09-18T12:34:56Z"),
        hints.firstWelcome(Instant.parse("2025-09-18T12:34:56Z")));
    assertEquals(
        Instant.parse("2025-09-20T01:00:00Z"),
        hints.firstWelcome(Instant.parse("2025-09-19T23:59:00Z")));
  }
}
