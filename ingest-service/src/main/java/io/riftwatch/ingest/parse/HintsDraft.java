package io.riftwatch.ingest.parse;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a feed says of how it wants to be read, while it is read; what makes no sense is not heard.
 */
final class HintsDraft {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private Optional<Duration> timeToLive = Optional.empty();
  private Optional<Duration> period = Optional.empty();
  private int frequency = 1;
  private final Set<Integer> skipHours = new TreeSet<>();
  private final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
  private Optional<URI> hub = Optional.empty();
  private Optional<URI> self = Optional.empty();

  /** RSS 2.0: minutes. */
  void timeToLive(String minutes) {
    OptionalInt number = number(minutes);
    if (number.isPresent() && number.getAsInt() > 0) {
      timeToLive = Optional.of(shorter(Duration.ofMinutes(number.getAsInt())));
    }
  }

  /** RSS 1.0, syndication module. */
  void updatePeriod(String word) {
    period = Optional.ofNullable(PERIODS.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  /** RSS 1.0, syndication module: updates in a period. */
  void updateFrequency(String times) {
    frequency = Math.max(1, number(times).orElse(1));
  }

  /** RSS 0.91 counts to 24, which is midnight too. */
  void skipHour(String hour) {
    OptionalInt number = number(hour);
    if (number.isPresent() && number.getAsInt() <= 24) {
      skipHours.add(number.getAsInt() % 24);
    }
  }

  void skipDay(String name) {
    Stream.of(DayOfWeek.values())
        .filter(day -> day.name().equalsIgnoreCase(name.strip()))
        .forEach(skipDays::add);
  }

  void hub(Optional<URI> address) {
    hub = hub.or(() -> address);
  }

  void self(Optional<URI> address) {
    self = self.or(() -> address);
  }

  FeedHints hints() {
    return new FeedHints(
        timeToLive,
        period.map(length -> length.dividedBy(frequency)),
        skipHours,
        skipDays,
        hub,
        self);
  }

  private static Duration shorter(Duration duration) {
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }

  /** A number of at most nine digits. */
  private static OptionalInt number(String digits) {
    String text = digits.strip();
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
