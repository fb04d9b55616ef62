package io.riftwatch.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides how long a feed is left between two polls that went well. An operator's interval stands
 * as it is. Else the pause is a share of the feed's rhythm, longer when it has been silent for many
 * times that, within bounds, spread by a jitter. What the outlet asks for lengthens it, but by no
 * more than the stretch: a desk wants news early, and many an outlet asks for an hour out of habit.
 */
public final class Pace {

  /**
   * The bounds of the decision.
   *
   * @param unknown the pause of a feed whose rhythm is not known yet
   * @param pollsPerNews polls in the time from one piece of news to the next
   * @param hintStretch what the outlet's hints multiply the pause by at most
   * @param jitter the share of the pause that chance adds at most
   */
  public record Bounds(
      Duration unknown,
      Duration shortest,
      Duration longest,
      double pollsPerNews,
      double hintStretch,
      double jitter) {

    public Bounds {
      if (shortest.compareTo(longest) > 0) {
        throw new IllegalArgumentException("the shortest pause is longer than the longest");
      }
      if (pollsPerNews <= 0 || hintStretch < 1 || jitter < 0) {
        throw new IllegalArgumentException(
            "polls per news are more than 0, the hint stretch 1 or more, the jitter 0 or more");
      }
    }
  }

  /** A night or a holiday is no new rhythm: only this share of a silence counts as one. */
  private static final int SILENCE_SHARE = 8;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Bounds bounds;

  public Pace(InstantSource clock, RandomGenerator random, Bounds bounds) {
    this.clock = clock;
    this.random = random;
    this.bounds = bounds;
  }

  /**
   * The pause until the next poll.
   *
   * @param own the operator's interval for this feed
   */
  public Duration pause(Optional<Duration> own, Rhythm rhythm, Hints hints) {
    return own.orElseGet(() -> stretched(spread(byRhythm(rhythm)), hints));
  }

  /** The same without chance and hints: what failures in a row double. */
  public Duration plainPause(Optional<Duration> own, Rhythm rhythm) {
    return own.orElseGet(() -> byRhythm(rhythm));
  }

  private Duration byRhythm(Rhythm rhythm) {
    Duration silence =
        rhythm
            .lastNewsAt()
            .map(last -> Duration.between(last, clock.instant()).dividedBy(SILENCE_SHARE))
            .orElse(Duration.ZERO);
    Duration expected = rhythm.gap().orElse(times(bounds.unknown(), bounds.pollsPerNews()));
    return within(times(longer(expected, silence), 1 / bounds.pollsPerNews()));
  }

  private Duration spread(Duration pause) {
    return within(times(pause, 1 + bounds.jitter() * random.nextDouble()));
  }

  private Duration stretched(Duration pause, Hints hints) {
    Instant now = clock.instant();
    Duration most = times(pause, bounds.hintStretch());
    Instant wished = hints.firstWelcome(now.plus(longer(pause, shorter(hints.pause(), most))));
    return shorter(Duration.between(now, wished), most);
  }

  private Duration within(Duration pause) {
    return longer(bounds.shortest(), shorter(bounds.longest(), pause));
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
