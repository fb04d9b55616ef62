package io.riftwatch.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that this replica holds, and which of them are to be renewed. */
final class HeldClaims {

  /** So that two renewals in a row may fail before a claim is lost. */
  private static final int RENEWALS_IN_A_LEASE = 3;

  private final InstantSource clock;
  private final Duration renewAfter;
  private final Map<UUID, Instant> renewed = new ConcurrentHashMap<>();

  HeldClaims(InstantSource clock, Duration lease) {
    this.clock = clock;
    this.renewAfter = lease.dividedBy(RENEWALS_IN_A_LEASE);
  }

  /** A claim was just made. */
  void add(UUID claim) {
    renewed.put(claim, clock.instant());
  }

  void remove(UUID claim) {
    renewed.remove(claim);
  }

  /** Those that a third of the lease has passed of. */
  List<UUID> toRenew() {
    Instant due = clock.instant().minus(renewAfter);
    return renewed.entrySet().stream()
        .filter(claim -> !claim.getValue().isAfter(due))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** These claims were renewed, as far as they are held still. */
  void renewed(Collection<UUID> claims) {
    Instant now = clock.instant();
    claims.forEach(claim -> renewed.computeIfPresent(claim, (c, before) -> now));
  }

  int size() {
    return renewed.size();
  }

  Set<UUID> all() {
    return Set.copyOf(renewed.keySet());
  }
}
