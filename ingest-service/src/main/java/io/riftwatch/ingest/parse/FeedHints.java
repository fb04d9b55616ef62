package io.riftwatch.ingest.parse;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed says of how it wants to be read.
 *
 * @param timeToLive RSS 2.0's {@code ttl}
 * @param updateInterval the pause between updates after the RSS 1.0 syndication module: its period
 *     divided by its frequency
 * @param skipHours hours of the day in UTC, 0 to 23, in which it is not to be asked (RSS 0.91)
 * @param skipDays days of the week in UTC on which it is not to be asked (RSS 0.91)
 * @param hub the WebSub hub it names
 * @param self the address it gives itself, a WebSub topic
 */
public record FeedHints(
    Optional<Duration> timeToLive,
    Optional<Duration> updateInterval,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    Optional<URI> hub,
    Optional<URI> self) {

  public static final FeedHints NONE =
      new FeedHints(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  public FeedHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }
}
