package io.riftwatch.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How often a feed has news: the exponentially weighted geometric mean of the gaps between them,
 * which a silence of months does not spoil for the day when news comes by the hour again. Entries
 * of one minute are one piece of news.
 *
 * @param gap from one piece of news to the next; empty until two were seen
 * @param lastNewsAt when the feed last gave something new, by the outlet's date where it gives one;
 *     empty until it was read once
 */
public record Rhythm(Optional<Duration> gap, Optional<Instant> lastNewsAt) {

  public static final Rhythm UNKNOWN = new Rhythm(Optional.empty(), Optional.empty());

  /** How much the latest gap counts against all before it. */
  private static final double WEIGHT = 0.3;

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /**
   * The rhythm after a reading that brought something new.
   *
   * @param dates of the feed's entries, old and new, as far as they are dated
   */
  public Rhythm withNews(Collection<Instant> dates, Instant now) {
    Rhythm rhythm = this;
    for (Instant news : news(dates, now)) {
      rhythm = rhythm.with(news);
    }
    return rhythm;
  }

  /** The rhythm after a reading that brought nothing; a first one begins the wait for news. */
  public Rhythm withoutNews(Instant now) {
    return lastNewsAt.isPresent() ? this : new Rhythm(gap, Optional.of(now));
  }

  private SortedSet<Instant> news(Collection<Instant> dates, Instant now) {
    SortedSet<Instant> news = new TreeSet<>();
    dates.stream()
        .filter(date -> !date.isAfter(now))
        .map(date -> date.truncatedTo(ChronoUnit.MINUTES))
        .filter(date -> lastNewsAt.isEmpty() || date.isAfter(lastNewsAt.get()))
        .forEach(news::add);
    if (news.isEmpty()) {
      news.add(now);
    }
    return news;
  }

  private Rhythm with(Instant news) {
    Optional<Duration> latest = lastNewsAt.map(last -> atLeastAMinute(last, news));
    return new Rhythm(latest.map(this::mean).or(() -> gap), Optional.of(news));
  }

  private static Duration atLeastAMinute(Instant last, Instant news) {
    Duration gap = Duration.between(last, news);
    return gap.compareTo(SHORTEST) > 0 ? gap.truncatedTo(ChronoUnit.SECONDS) : SHORTEST;
  }

  private Duration mean(Duration latest) {
    return gap.map(before -> mean(before.toSeconds(), latest.toSeconds())).orElse(latest);
  }

  private static Duration mean(long before, long latest) {
    return Duration.ofSeconds(Math.round(Math.pow(before, 1 - WEIGHT) * Math.pow(latest, WEIGHT)));
  }
}
