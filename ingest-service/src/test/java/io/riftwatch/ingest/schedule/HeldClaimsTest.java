package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldClaimsTest {

  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private Instant now = Instant.parse("2025-09-18T10:00:00Z");
  private final HeldClaims held = new HeldClaims(() -> now, Duration.ofSeconds(30));

  @Test
  void aClaimIsRenewedWhenAThirdOfItsLeaseHasPassed() {
    held.add(FIRST);
    now = now.plusMillis(9999);
    held.add(SECOND);
    assertEquals(List.of(), held.toRenew());

    now = now.plusMillis(1);

    assertEquals(List.of(FIRST), held.toRenew());
  }

  @Test
  void aRenewedClaimRestsAsLongAgain() {
    held.add(FIRST);
    now = now.plusSeconds(10);

    held.renewed(held.toRenew());
    assertEquals(List.of(), held.toRenew());
    now = now.plusSeconds(10);

    assertEquals(List.of(FIRST), held.toRenew());
  }

  @Test
  void aClaimThatCouldNotBeRenewedIsTriedAgain() {
    held.add(FIRST);
    now = now.plusSeconds(10);
    held.toRenew();

    assertEquals(List.of(FIRST), held.toRenew());
  }

  @Test
  void aClaimThatEndedWhileItWasRenewedIsNotHeldAgain() {
    held.add(FIRST);
    held.remove(FIRST);

    held.renewed(List.of(FIRST));

    assertEquals(Set.of(), held.all());
  }
}
