package io.riftwatch.alert.channel;

import io.riftwatch.alert.channel.Receipt.Accepted;
import io.riftwatch.alert.channel.Receipt.Retry;
import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Publishes to a topic. */
record KafkaChannel(ChannelSettings.Kafka settings, AlertTopics topics) implements Channel {

  @Override
  public Uni<Receipt> deliver(Alert alert) {
    return topics
        .publish(settings.topic(), alert)
        .<Receipt>map(
            done -> new Accepted(Optional.empty(), "acknowledged by topic " + settings.topic()))
        .onFailure()
        .recoverWithItem(
            failure -> new Retry(Optional.empty(), Optional.empty(), String.valueOf(failure)));
  }
}
