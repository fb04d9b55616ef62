package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");
  private static final Throttling THROTTLING =
      new Throttling(
          () -> NOW,
          new Throttling.Bounds(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24)));

  @ParameterizedTest
  @CsvSource({"PT10S, PT10S", "PT2H, PT2H", "PT720H, PT24H"})
  void aHostIsLeftAloneAsLongAsItAsksWithinABound(Duration asked, Duration expected) {
    Block block = THROTTLING.next(Optional.empty(), 429, Optional.of(NOW.plus(asked)));

    assertEquals(new Block(NOW.plus(expected), 1, 429), block);
  }

  @ParameterizedTest
  @CsvSource({"0, PT1M", "1, PT2M", "5, PT32M", "6, PT1H", "2000000000, PT1H"})
  void aHostThatDoesNotSayHowLongIsLeftAloneForLongerEachTime(int before, Duration expected) {
    Block block =
        THROTTLING.next(
            Optional.of(new Block(NOW.minusSeconds(1), before, 503)), 503, Optional.empty());

    assertEquals(new Block(NOW.plus(expected), before + 1, 503), block);
  }

  @Test
  void requestsThatWereUnderWayTogetherCountAsOne() {
    Block first = THROTTLING.next(Optional.empty(), 429, Optional.empty());

    assertEquals(first, THROTTLING.next(Optional.of(first), 429, Optional.empty()));
  }

  @Test
  void aLongerBlockIsNotShortenedByARequestThatWasUnderWay() {
    Instant tomorrow = NOW.plus(Duration.ofHours(20));

    Block block = THROTTLING.next(Optional.of(new Block(tomorrow, 1, 429)), 503, Optional.empty());

    assertEquals(new Block(tomorrow, 1, 503), block);
  }
}
