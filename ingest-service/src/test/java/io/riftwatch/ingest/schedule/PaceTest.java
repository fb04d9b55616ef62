package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2025-09-18T10:30:00Z");

  private static Pace pace(double chance, double jitter) {
    RandomGenerator random =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return chance;
          }
        };
    return new Pace(
        () -> NOW,
        random,
        new Pace.Bounds(
            Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(24), 4, 2, jitter));
  }

  private static final Pace PACE = pace(0, 0);

  private static Rhythm rhythm(Duration gap, Duration silence) {
    return new Rhythm(Optional.of(gap), Optional.of(NOW.minus(silence)));
  }

  @ParameterizedTest(name = "news every {0}, silent for {1}: every {2}")
  @CsvSource({
    "PT1M,   PT0S,    PT5M",
    "PT20M,  PT10M,   PT5M",
    "PT1H,   PT10M,   PT15M",
    "PT1H,   PT8H,    PT15M",
    "PT1H,   PT16H,   PT30M",
    "PT24H,  PT1H,    PT6H",
    "PT720H, PT1H,    PT24H",
    "PT1H,   PT9600H, PT24H"
  })
  void aFeedIsPolledAShareOfItsRhythm(Duration gap, Duration silence, Duration expected) {
    assertEquals(expected, PACE.pause(Optional.empty(), rhythm(gap, silence), Hints.NONE));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT15M", "PT8H, PT15M", "PT32H, PT1H"})
  void aFeedOfUnknownRhythmIsPolledAsConfiguredUntilItHasBeenSilentForLong(
      Duration silence, Duration expected) {
    Rhythm unknown = new Rhythm(Optional.empty(), Optional.of(NOW.minus(silence)));

    assertEquals(expected, PACE.pause(Optional.empty(), unknown, Hints.NONE));
  }

  @ParameterizedTest(name = "news every {0} and a wish for {1}: every {2}")
  @CsvSource({
    "PT1H,  PT10M, PT15M",
    "PT1H,  PT20M, PT20M",
    "PT1H,  PT1H,  PT30M",
    "PT20M, PT24H, PT10M",
    "PT24H, PT12H, PT12H"
  })
  void hintsLengthenThePauseButNeverStopAFastFeed(Duration gap, Duration wish, Duration expected) {
    Hints hints = new Hints(wish, Set.of(), Set.of());

    assertEquals(expected, PACE.pause(Optional.empty(), rhythm(gap, Duration.ZERO), hints));
  }

  @ParameterizedTest(name = "news every {0}: every {1}")
  @CsvSource({"PT1H, PT15M", "PT2H, PT1H", "PT4H, PT1H30M", "PT24H, PT6H"})
  void skippedHoursAreSkippedWithinTheStretch(Duration gap, Duration expected) {
    Hints hints = new Hints(Duration.ZERO, Set.of(11), Set.of());

    assertEquals(expected, PACE.pause(Optional.empty(), rhythm(gap, Duration.ZERO), hints));
  }

  @Test
  void skippedDaysAreSkippedWithinTheStretch() {
    Hints weekend = new Hints(Duration.ZERO, Set.of(), Set.of(DayOfWeek.FRIDAY));

    assertEquals(
        Duration.ofHours(37).plusMinutes(30),
        PACE.pause(Optional.empty(), rhythm(Duration.ofDays(10), Duration.ZERO), weekend));
    assertEquals(
        Duration.ofMinutes(15),
        PACE.pause(Optional.empty(), rhythm(Duration.ofHours(1), Duration.ZERO), weekend));
  }

  @Test
  void aFeedThatWantsNoPollAtAllIsPolledAllTheSame() {
    Hints never = new Hints(Duration.ZERO, Set.of(), Set.of(DayOfWeek.values()));

    assertEquals(
        Duration.ofMinutes(15),
        PACE.pause(Optional.empty(), rhythm(Duration.ofHours(1), Duration.ZERO), never));
  }

  @Test
  void theOperatorsIntervalStandsWhateverTheFeedSays() {
    Hints hints = new Hints(Duration.ofDays(1), Set.of(10), Set.of());
    Rhythm rhythm = rhythm(Duration.ofDays(1), Duration.ofDays(100));
    Optional<Duration> own = Optional.of(Duration.ofSeconds(1));

    assertEquals(Duration.ofSeconds(1), pace(0.7, 0.1).pause(own, rhythm, hints));
    assertEquals(Duration.ofSeconds(1), PACE.plainPause(own, rhythm));
  }

  @ParameterizedTest
  @CsvSource({"0, PT15M", "0.5, PT15M45S", "0.999999, PT16M30S"})
  void chanceAddsAtMostTheJitter(double chance, Duration expected) {
    Duration pause =
        pace(chance, 0.1)
            .pause(Optional.empty(), rhythm(Duration.ofHours(1), Duration.ZERO), Hints.NONE);

    assertTrue(expected.minus(pause).abs().toMillis() <= 1, pause.toString());
  }

  @Property
  void everyPauseLiesWithinTheBounds(
      @ForAll @LongRange(min = 1, max = 100_000_000) long gap,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long silence,
      @ForAll @LongRange(min = 0, max = 100_000_000) long wish,
      @ForAll Set<@IntRange(max = 23) Integer> skipHours,
      @ForAll long seed) {
    Pace pace =
        new Pace(
            () -> NOW,
            new Random(seed),
            new Pace.Bounds(
                Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(24), 4, 2, 0.1));

    Duration pause =
        pace.pause(
            Optional.empty(),
            rhythm(Duration.ofSeconds(gap), Duration.ofSeconds(silence)),
            new Hints(Duration.ofSeconds(wish), skipHours, Set.of()));

    assertTrue(pause.compareTo(Duration.ofMinutes(5)) >= 0, pause.toString());
    assertTrue(pause.compareTo(Duration.ofHours(48)) <= 0, pause.toString());
  }

  @Test
  void boundsThatContradictEachOtherAreRefused() {
    Duration hour = Duration.ofHours(1);

    assertThrows(
        IllegalArgumentException.class,
        () -> new Pace.Bounds(hour, hour, hour.dividedBy(2), 4, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pace.Bounds(hour, hour, hour, 0, 2, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Pace.Bounds(hour, hour, hour, 4, 0.5, 0));
  }
}
