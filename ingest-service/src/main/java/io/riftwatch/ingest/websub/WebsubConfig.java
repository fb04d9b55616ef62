package io.riftwatch.ingest.websub;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How hubs are asked to push what feeds publish. */
@ConfigMapping(prefix = "riftwatch.ingest.websub")
public interface WebsubConfig {

  /**
   * Public address of this service, under which hubs call {@code /websub/...}; without it no hub is
   * asked.
   */
  Optional<URI> callback();

  /**
   * Whether hubs are asked by plain http, too, where others may read the secret and forge pushes.
   */
  @WithDefault("false")
  boolean plainHttpHubs();

  /** How often subscriptions are looked through for what is due. */
  @WithDefault("10s")
  Duration tick();

  /** Requests to hubs, and pushed bodies read, at once by one replica. */
  @WithDefault("8")
  int concurrency();

  /** How long hubs are asked to push for; one that grants less is asked again sooner. */
  @WithDefault("10d")
  Duration lease();

  /** Percent of a lease after which it is renewed. */
  @WithDefault("75")
  int renewAfterPercent();

  /** How long a hub may take to verify a request before it is asked again. */
  @WithDefault("10m")
  Duration verificationWait();

  /** Pause after a request that a hub did not take, doubled with each further one. */
  @WithDefault("5m")
  Duration retryPause();

  /** The longest of these pauses, and the pause after a hub has denied a subscription. */
  @WithDefault("24h")
  Duration longestPause();

  /** Times a hub is asked to end a subscription before it is left to lapse. */
  @WithDefault("5")
  int unsubscribeAttempts();

  /** Shortest pause between two polls of a feed whose hub pushes. */
  @WithDefault("6h")
  Duration pollInterval();

  /** Pushed bodies that one replica receives at once; further ones are answered with 503. */
  @WithDefault("16")
  int receivedAtOnce();

  /** Pushed bodies of one feed that may wait to be read; past them the feed is polled instead. */
  @WithDefault("10")
  int waitingPushes();
}
