package io.riftwatch.alert.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riftwatch.alert.channel.ChannelSettings.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel as clients see it: what would let a reader post in its name is hidden.
 *
 * @param url of SLACK and WEBHOOK; of Slack's, which is a secret, the host alone
 * @param topic of KAFKA
 * @param secret of WEBHOOK; shown once, in the answer to the request that made it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ChannelView(
    String id,
    String name,
    Kind kind,
    Optional<String> url,
    Optional<String> topic,
    Optional<String> secret,
    Instant createdAt) {

  private static final String HIDDEN = "***";

  static ChannelView of(ChannelEntity entity) {
    return view(entity, entity.settings.signingSecret().map(secret -> HIDDEN));
  }

  /** With the secret in clear, for the client that made the channel. */
  static ChannelView created(ChannelEntity entity) {
    return view(entity, entity.settings.signingSecret());
  }

  private static ChannelView view(ChannelEntity entity, Optional<String> secret) {
    ChannelSettings settings = entity.settings;
    return new ChannelView(
        entity.id,
        entity.name,
        settings.ofKind(),
        settings.match(
            slack -> Optional.of(masked(slack.url())),
            webhook -> Optional.of(webhook.url().toString()),
            kafka -> Optional.empty()),
        settings.match(
            slack -> Optional.empty(),
            webhook -> Optional.empty(),
            kafka -> Optional.of(kafka.topic())),
        secret,
        entity.createdAt);
  }

  private static String masked(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority() + "/" + HIDDEN;
  }
}
