package io.riftwatch.ingest.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.websub.LeaseSchedule.Bounds;
import io.riftwatch.ingest.websub.LeaseSchedule.Lease;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseScheduleTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");
  private static final Duration LONGEST = Duration.ofHours(24);

  private final LeaseSchedule schedule =
      new LeaseSchedule(
          () -> NOW,
          new Bounds(
              Duration.ofDays(10), 75, Duration.ofMinutes(10), Duration.ofMinutes(5), LONGEST));

  @ParameterizedTest
  @CsvSource({
    "3600,   PT1H,   PT45M",
    "864000, PT240H, PT180H",
    "1,      PT1S,   PT0S",
    "999999999999, PT240H, PT180H"
  })
  void aLeaseIsRenewedBeforeItEnds(long granted, Duration lasts, Duration renewedAfter) {
    assertEquals(new Lease(NOW.plus(lasts), NOW.plus(renewedAfter)), schedule.onVerified(granted));
  }

  @ParameterizedTest
  @CsvSource({"1, PT5M, PT10M", "2, PT10M, PT10M", "3, PT20M, PT20M", "50, PT24H, PT24H"})
  void pausesDouble(int attempts, Duration refused, Duration accepted) {
    assertEquals(NOW.plus(refused), schedule.onRefused(attempts));
    assertEquals(NOW.plus(accepted), schedule.onAccepted(attempts));
  }

  @Property
  void noLeaseIsReliedOnPastWhatWasAskedFor(@ForAll @LongRange(min = 1) long seconds) {
    Lease lease = schedule.onVerified(seconds);

    assertFalse(lease.until().isAfter(NOW.plus(Duration.ofDays(10))));
    assertTrue(lease.renewAt().isBefore(lease.until()));
    assertFalse(lease.renewAt().isBefore(NOW));
  }

  @Property
  void noPauseIsLongerThanTheLongest(@ForAll @IntRange(min = 1) int attempts) {
    assertFalse(schedule.onRefused(attempts).isAfter(NOW.plus(LONGEST)));
    assertEquals(NOW.plus(LONGEST), schedule.onDenied());
  }
}
