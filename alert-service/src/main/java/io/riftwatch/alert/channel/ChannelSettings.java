package io.riftwatch.alert.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where a channel leads, and what it needs to get there. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChannelSettings.Slack.class, name = "SLACK"),
  @JsonSubTypes.Type(value = ChannelSettings.Webhook.class, name = "WEBHOOK"),
  @JsonSubTypes.Type(value = ChannelSettings.Kafka.class, name = "KAFKA")
})
public sealed interface ChannelSettings {

  /** The kinds of channels there are. */
  enum Kind {
    SLACK,
    WEBHOOK,
    KAFKA
  }

  /** The one of three answers that is for this kind of channel. */
  <T> T match(Function<Slack, T> slack, Function<Webhook, T> webhook, Function<Kafka, T> kafka);

  /** Which of the three it is. */
  default Kind ofKind() {
    return match(s -> Kind.SLACK, w -> Kind.WEBHOOK, k -> Kind.KAFKA);
  }

  /** What the channel signs with, where it signs. */
  default Optional<String> signingSecret() {
    return match(s -> Optional.empty(), w -> Optional.of(w.secret()), k -> Optional.empty());
  }

  /**
   * An incoming webhook of Slack.
   *
   * @param url secret: whoever knows it can post
   */
  record Slack(URI url) implements ChannelSettings {

    public Slack {
      Objects.requireNonNull(url, "url");
    }

    @Override
    public <T> T match(
        Function<Slack, T> slack, Function<Webhook, T> webhook, Function<Kafka, T> kafka) {
      return slack.apply(this);
    }
  }

  /**
   * A receiver of Standard Webhooks.
   *
   * @param url where to post
   * @param secret {@code whsec_} and the signing key in Base64
   */
  record Webhook(URI url, String secret) implements ChannelSettings {

    public Webhook {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public <T> T match(
        Function<Slack, T> slack, Function<Webhook, T> webhook, Function<Kafka, T> kafka) {
      return webhook.apply(this);
    }
  }

  /**
   * A topic of the cluster this service is connected to.
   *
   * @param topic its name
   */
  record Kafka(String topic) implements ChannelSettings {

    public Kafka {
      Objects.requireNonNull(topic, "topic");
    }

    @Override
    public <T> T match(
        Function<Slack, T> slack, Function<Webhook, T> webhook, Function<Kafka, T> kafka) {
      return kafka.apply(this);
    }
  }
}
