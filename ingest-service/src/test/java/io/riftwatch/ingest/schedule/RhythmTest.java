package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");

  private static List<Instant> minutesAgo(String minutes) {
    return Arrays.stream(minutes.split(" "))
        .map(ago -> NOW.minus(Duration.ofMinutes(Long.parseLong(ago))))
        .toList();
  }

  @ParameterizedTest(name = "entries {0} minutes old: {1}, last news {2} ago")
  @CsvSource({
    "60 120 180 240,         PT1H,      PT1H",
    "240 60 180 120,         PT1H,      PT1H",
    "60 60 120 120,          PT1H,      PT1H",
    "0 10 20 30,             PT10M,     PT0S",
    "-600 10 20 30,          PT10M,     PT10M",
    "0 10 20 43230,          PT10H4M33S, PT0S"
  })
  void aFirstReadingTellsTheRhythmByTheDatesOfItsEntries(
      String minutes, Duration gap, Duration sinceNews) {
    Rhythm rhythm = Rhythm.UNKNOWN.withNews(minutesAgo(minutes), NOW);

    assertEquals(gap, rhythm.gap().orElseThrow());
    assertEquals(NOW.minus(sinceNews), rhythm.lastNewsAt().orElseThrow());
  }

  @Test
  void withoutDatesTheArrivalsCount() {
    Rhythm first = Rhythm.UNKNOWN.withNews(List.of(), NOW);
    Rhythm second = first.withNews(List.of(), NOW.plusSeconds(3600));

    assertEquals(new Rhythm(Optional.empty(), Optional.of(NOW)), first);
    assertEquals(
        new Rhythm(Optional.of(Duration.ofHours(1)), Optional.of(NOW.plusSeconds(3600))), second);
  }

  @Test
  void newsDatedBackCountsAsOfItsArrival() {
    Rhythm before =
        new Rhythm(Optional.of(Duration.ofHours(1)), Optional.of(NOW.minusSeconds(3600)));

    assertEquals(Optional.of(NOW), before.withNews(minutesAgo("600 1200"), NOW).lastNewsAt());
  }

  @Test
  void aSilenceOfMonthsIsOvercomeByAFewGapsOfTheCrisisThatEndsIt() {
    Rhythm rhythm =
        new Rhythm(Optional.of(Duration.ofDays(60)), Optional.of(NOW.minus(Duration.ofDays(60))));
    List<Instant> crisis =
        IntStream.rangeClosed(0, 8).mapToObj(i -> NOW.plus(Duration.ofMinutes(10L * i))).toList();

    Duration gap = rhythm.withNews(crisis, crisis.get(8)).gap().orElseThrow();

    assertTrue(gap.compareTo(Duration.ofHours(2)) < 0, gap.toString());
  }

  @Test
  void aReadingWithoutNewsBeginsTheWaitAndChangesNothingAfter() {
    Rhythm waiting = Rhythm.UNKNOWN.withoutNews(NOW);

    assertEquals(Optional.of(NOW), waiting.lastNewsAt());
    assertEquals(waiting, waiting.withoutNews(NOW.plusSeconds(60)));
  }

  @Property
  void theMeanLiesBetweenTheShortestAndTheLongestGap(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 100_000) Integer> gaps) {
    Rhythm rhythm = new Rhythm(Optional.empty(), Optional.of(NOW));
    Instant at = NOW;
    for (int minutes : gaps) {
      at = at.plus(Duration.ofMinutes(minutes));
      rhythm = rhythm.withNews(List.of(at), at);
    }

    long mean = rhythm.gap().orElseThrow().toSeconds();
    assertTrue(mean >= 60L * gaps.stream().min(Integer::compare).orElseThrow() - 1);
    assertTrue(mean <= 60L * gaps.stream().max(Integer::compare).orElseThrow() + 1);
  }
}
