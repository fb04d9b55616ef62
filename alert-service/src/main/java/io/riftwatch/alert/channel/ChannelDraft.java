package io.riftwatch.alert.channel;

import io.riftwatch.alert.channel.ChannelSettings.Kind;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.runtime.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A channel as a client asks for it.
 *
 * @param name what operators call it
 * @param kind what leads there
 * @param url of SLACK and WEBHOOK
 * @param topic of KAFKA; {@code riftwatch.alerts} where absent
 * @param secret of WEBHOOK; generated where absent
 */
record ChannelDraft(
    @NotBlank @Size(max = 100) String name,
    @NotNull Kind kind,
    URI url,
    String topic,
    String secret) {

  private static final String TOPIC_NAME = "[a-zA-Z0-9._-]{1,249}";

  /** The address the channel will call, where it calls one. */
  Optional<URI> address() {
    return kind == Kind.KAFKA ? Optional.empty() : Optional.of(requiredUrl());
  }

  /**
   * What the channel needs, checked as far as it can be without calling anyone.
   *
   * @param absentSecret where the draft holds none
   */
  ChannelSettings settings(Supplier<String> absentSecret) {
    return switch (kind) {
      case SLACK -> new ChannelSettings.Slack(requiredUrl());
      case WEBHOOK -> new ChannelSettings.Webhook(requiredUrl(), secretOr(absentSecret));
      case KAFKA -> new ChannelSettings.Kafka(checkedTopic());
    };
  }

  private URI requiredUrl() {
    if (url == null) {
      throw Problem.ofField("url", "is missing: a channel of kind " + kind + " posts to an address")
          .asException();
    }
    return url;
  }

  private String secretOr(Supplier<String> absentSecret) {
    if (secret == null) {
      return absentSecret.get();
    }
    if (!SigningSecret.isValid(secret)) {
      throw Problem.ofField(
              "secret",
              "is not whsec_ followed by 24 to 64 bytes in Base64: leave it out to have one made")
          .asException();
    }
    return secret;
  }

  private String checkedTopic() {
    String name = topic == null ? Alert.TOPIC : topic;
    if (!name.matches(TOPIC_NAME)) {
      throw Problem.ofField(
              "topic", "'" + name + "' is no name of a topic: letters, digits, '.', '_', '-' only")
          .asException();
    }
    if (name.startsWith(Signal.TOPIC)) {
      throw Problem.ofField("topic", "'" + name + "' carries what alerts are made of: take another")
          .asException();
    }
    return name;
  }
}
