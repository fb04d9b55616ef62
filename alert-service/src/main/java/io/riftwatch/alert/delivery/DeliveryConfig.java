package io.riftwatch.alert.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** How deliveries are sent, and sent again. */
@ConfigMapping(prefix = "riftwatch.alert.delivery")
public interface DeliveryConfig {

  /** Pauses before the first attempt, the second and so on; after the last one comes the end. */
  @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
  @NotEmpty
  List<Duration> schedule();

  /** Share of a pause by which it is lengthened at most, at random, so that retries spread. */
  @WithDefault("0.1")
  @DecimalMin("0.0")
  @DecimalMax("1.0")
  double jitter();

  /** Longest wait that a receiver's Retry-After is granted. */
  @WithDefault("24h")
  Duration maxRetryAfter();

  /** Pause between two looks at the outbox when nothing else wakes the worker. */
  @WithDefault("250ms")
  Duration poll();

  /** Deliveries under way at once on one channel. */
  @WithDefault("4")
  @Min(1)
  int perChannel();

  /** Time after which a delivery whose worker died is sent by another; longer than any attempt. */
  @WithDefault("30s")
  Duration lease();

  /** Time granted at shutdown to the attempts under way. */
  @WithDefault("5s")
  Duration shutdownGrace();
}
