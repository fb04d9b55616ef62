package io.riftwatch.alert.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Channels that are there from the start, each with a route that leads every alert to it. */
@ConfigMapping(prefix = "riftwatch.alert.bootstrap")
public interface BootstrapConfig {

  /** Incoming webhook of Slack; none where absent. */
  Optional<URI> slack();

  /** Receiver of Standard Webhooks; none where absent. */
  Optional<URI> webhook();

  /** Signing secret of the webhook, whsec_ and Base64; made once where absent. */
  Optional<String> webhookSecret();

  /** Whether every alert is published to a topic. */
  @WithDefault("true")
  boolean kafka();

  /** The topic that every alert is published to. */
  @WithDefault("riftwatch.alerts")
  String kafkaTopic();
}
