package io.riftwatch.alert.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.alert.channel.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Counts attempts, and measures the time from a feed to the people on watch. */
@ApplicationScoped
class DeliveryMetrics {

  private final MeterRegistry registry;
  private final InstantSource clock;

  DeliveryMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void settled(Claim claim, Receipt receipt, DeliveryState state) {
    String kind = claim.channel().map(channel -> channel.ofKind().name()).orElse("DELETED");
    registry
        .counter(
            "riftwatch.delivery.attempts",
            "channel",
            kind,
            "outcome",
            receipt.outcome().name(),
            "state",
            state.name())
        .increment();
    if (state == DeliveryState.DELIVERED) {
      registry
          .timer("riftwatch.alert.latency", "channel", kind)
          .record(Duration.between(claim.seenAt(), clock.instant()));
    }
  }
}
