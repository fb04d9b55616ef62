package io.riftwatch.alert.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneOffset;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Alerts as CloudEvents in binary mode, keyed by their incident. */
@ApplicationScoped
class AlertTopics {

  private static final URI SOURCE = URI.create("urn:riftwatch:alert-service");

  private final MutinyEmitter<byte[]> emitter;
  private final ObjectMapper json;
  private final ChannelConfig config;

  AlertTopics(
      @Channel("alerts") MutinyEmitter<byte[]> emitter, ObjectMapper json, ChannelConfig config) {
    this.emitter = emitter;
    this.json = json;
    this.config = config;
  }

  /** Completes once the broker has acknowledged the alert. */
  Uni<Void> publish(String topic, Alert alert) {
    return Uni.createFrom()
        .item(() -> Message.of(body(alert), Metadata.of(kafka(topic, alert), cloudEvent(alert))))
        .chain(emitter::sendMessage)
        .ifNoItem()
        .after(config.kafkaTimeout())
        .fail();
  }

  private byte[] body(Alert alert) {
    try {
      return json.writeValueAsBytes(alert);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("alert " + alert.id() + " has no form in JSON", e);
    }
  }

  private static OutgoingKafkaRecordMetadata<String> kafka(String topic, Alert alert) {
    return OutgoingKafkaRecordMetadata.<String>builder()
        .withTopic(topic)
        .withKey(alert.incidentId())
        .build();
  }

  private static OutgoingCloudEventMetadata<byte[]> cloudEvent(Alert alert) {
    return OutgoingCloudEventMetadata.<byte[]>builder()
        .withId(alert.id())
        .withType(Alert.CE_TYPE)
        .withSource(SOURCE)
        .withSubject(alert.pair())
        .withTimestamp(alert.occurredAt().atZone(ZoneOffset.UTC))
        .withDataContentType("application/json")
        .build();
  }
}
