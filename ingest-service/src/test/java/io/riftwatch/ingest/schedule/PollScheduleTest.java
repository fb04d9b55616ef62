package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.schedule.PollSchedule.Bounds;
import io.riftwatch.ingest.schedule.PollSchedule.Learnt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final Validators OLD = new Validators(Optional.of("\"old\""), Optional.empty());
  private static final Validators NEW = new Validators(Optional.of("\"new\""), Optional.empty());
  private static final URI ELSEWHERE = URI.create("https://elsewhere.example/feed");
  private static final Rhythm RHYTHM =
      new Rhythm(Optional.of(Duration.ofHours(1)), Optional.of(NOW.minusSeconds(60)));
  private static final Hints HINTS = new Hints(Duration.ofHours(1), Set.of(3), Set.of());
  private static final PollSchedule SCHEDULE =
      new PollSchedule(() -> NOW, new Bounds(Duration.ofHours(24), Duration.ofSeconds(15)));

  private static PollState after(int failures) {
    return new PollState(
        NOW,
        Optional.of(NOW.minus(INTERVAL)),
        OLD,
        failures,
        failures == 0 ? Optional.empty() : Optional.of("refused"),
        OptionalInt.of(failures == 0 ? 200 : 500),
        Optional.empty(),
        RHYTHM,
        HINTS,
        Optional.empty());
  }

  private static Learnt learnt(Validators validators) {
    return new Learnt(validators, RHYTHM, HINTS, Optional.of(ELSEWHERE));
  }

  private static Duration pause(PollState state) {
    return Duration.between(NOW, state.nextPollAt());
  }

  @Test
  void aReadFeedIsPolledAfterItsIntervalAgainstItsNewValidators() {
    PollState state = SCHEDULE.onFetched(after(2), INTERVAL, learnt(NEW));

    assertEquals(
        new PollState(
            NOW.plus(INTERVAL),
            Optional.of(NOW),
            NEW,
            0,
            Optional.empty(),
            OptionalInt.of(200),
            Optional.empty(),
            RHYTHM,
            HINTS,
            Optional.of(new Move(ELSEWHERE, NOW, 1))),
        state);
  }

  @Test
  void pollingRestsAfterAPush() {
    Rhythm newRhythm = new Rhythm(Optional.of(Duration.ofHours(2)), Optional.of(NOW));

    PollState state = SCHEDULE.onPushed(after(0), INTERVAL, newRhythm);

    assertEquals(after(0).withRhythm(newRhythm).dueAt(NOW.plus(INTERVAL)), state);
    assertEquals(OLD, state.validators());
    PollState later = after(0).dueAt(NOW.plus(INTERVAL.multipliedBy(2)));
    assertEquals(later, SCHEDULE.onPushed(later, INTERVAL, RHYTHM));
  }

  @Test
  void aPushDoesNotHideThatPollingFails() {
    assertEquals(after(2), SCHEDULE.onPushed(after(2), INTERVAL, RHYTHM));
  }

  @Test
  void aPushThatOwesPagesHasTheFeedReadAgainWhetherOrNotItChanged() {
    PollState before = after(0).dueAt(NOW.plus(Duration.ofHours(6)));

    PollState state = SCHEDULE.onPushOwing(before, INTERVAL, RHYTHM);

    assertEquals(INTERVAL, pause(state));
    assertEquals(Validators.NONE, state.validators());
  }

  @Test
  void aPushThatCannotBeReadHasTheFeedPolledAtOnce() {
    PollState before = after(0).dueAt(NOW.plus(Duration.ofHours(6)));

    assertEquals(before.dueAt(NOW), SCHEDULE.onPushUnread(before));
  }

  @Test
  void anUnmodifiedFeedIsHealthyAgain() {
    PollState state = SCHEDULE.onNotModified(after(3), INTERVAL, learnt(OLD));

    assertEquals(OLD, state.validators());
    assertEquals(0, state.failures());
    assertEquals(Optional.empty(), state.lastError());
    assertEquals(OptionalInt.of(304), state.lastStatus());
    assertEquals(INTERVAL, pause(state));
  }

  @ParameterizedTest(name = "late by {0}: next in {1}")
  @CsvSource({"PT0S, PT15M", "PT1M, PT14M", "PT7M30S, PT7M30S", "PT2H, PT7M30S", "PT-2M, PT15M"})
  void aLatePollDoesNotDelayThoseAfterItAndNoneFollowsAtOnce(Duration late, Duration expected) {
    PollState state =
        SCHEDULE.onNotModified(after(0).dueAt(NOW.minus(late)), INTERVAL, learnt(OLD));

    assertEquals(expected, pause(state));
  }

  @Test
  void aFeedAnswering410IsRetired() {
    PollState state = SCHEDULE.onGone(after(0));

    assertEquals(Optional.of(NOW), state.retiredAt());
    assertEquals(OptionalInt.of(410), state.lastStatus());
  }

  @ParameterizedTest
  @CsvSource({
    "PT15M, 0, PT15M",
    "PT15M, 1, PT30M",
    "PT15M, 2, PT1H",
    "PT15M, 6, PT16H",
    "PT15M, 7, PT24H",
    "PT15M, 2000000000, PT24H",
    "PT1S, 3, PT8S",
    "PT48H, 0, PT48H",
    "PT48H, 5, PT48H"
  })
  void eachFailureInARowDoublesThePauseUpToTheLongest(
      Duration interval, int before, Duration expected) {
    PollState state = SCHEDULE.onFailed(after(before), interval, "no answer", OptionalInt.empty());

    assertEquals(expected, pause(state));
    assertEquals(before + 1, state.failures());
    assertEquals(Optional.of("no answer"), state.lastError());
    assertEquals(OLD, state.validators());
    assertEquals(RHYTHM, state.rhythm());
    assertEquals(HINTS, state.hints());
  }

  @ParameterizedTest
  @CsvSource({"PT2H, PT2H", "PT0S, PT15M", "PT-1H, PT15M", "PT720H, PT24H"})
  void anOutletThatAsksToWaitIsLeftAloneWithinBounds(Duration asked, Duration expected) {
    PollState state = SCHEDULE.onThrottled(after(1), INTERVAL, NOW.plus(asked), 429);

    assertEquals(expected, pause(state));
    assertEquals(2, state.failures());
    assertEquals(OptionalInt.of(429), state.lastStatus());
  }

  @Test
  void aFeedWhoseHostIsBlockedIsOnlyPutOff() {
    PollState state = SCHEDULE.onHostBlocked(after(1), NOW.plusSeconds(600));

    assertEquals(after(1).dueAt(NOW.plusSeconds(600)), state);
  }

  @Test
  void anOutageOfOurOwnLeavesTheFeedAsItWas() {
    PollState before = after(2);

    PollState state = SCHEDULE.onOutage(before);

    assertEquals(Duration.ofSeconds(15), pause(state));
    assertEquals(before.validators(), state.validators());
    assertEquals(before.failures(), state.failures());
    assertEquals(before.lastPolledAt(), state.lastPolledAt());
  }
}
