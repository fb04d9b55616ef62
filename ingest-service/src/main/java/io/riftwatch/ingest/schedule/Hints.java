package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.parse.FeedHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When an outlet would like its feed to be polled.
 *
 * @param pause the least pause between two polls; zero where it asks for none
 * @param skipHours hours of the day in UTC without polls, 0 to 23
 * @param skipDays days of the week in UTC without polls
 */
public record Hints(Duration pause, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  public static final Hints NONE = new Hints(Duration.ZERO, Set.of(), Set.of());

  private static final int HOURS_OF_A_WEEK = 7 * 24;

  public Hints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /** What the feed says in its body. */
  static Hints of(FeedHints feed) {
    Duration pause =
        Stream.of(feed.timeToLive(), feed.updateInterval())
            .flatMap(Optional::stream)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Hints(pause, feed.skipHours(), feed.skipDays());
  }

  /** The same with what one answer says of how long it stays fresh. */
  Hints withFreshness(Duration freshness) {
    return freshness.compareTo(pause) > 0 ? new Hints(freshness, skipHours, skipDays) : this;
  }

  /** The first instant from one on that is not to be skipped; itself where all are. */
  Instant firstWelcome(Instant from) {
    ZonedDateTime hour = from.atZone(ZoneOffset.UTC);
    for (int i = 0; i < HOURS_OF_A_WEEK; i++) {
      if (!skipHours.contains(hour.getHour()) && !skipDays.contains(hour.getDayOfWeek())) {
        return hour.toInstant();
      }
      hour = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return from;
  }
}
