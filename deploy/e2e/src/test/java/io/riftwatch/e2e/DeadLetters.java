package io.riftwatch.e2e;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads dead-letter topics. */
final class DeadLetters implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, String> consumer;

  DeadLetters(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** Why the value was set aside; empty when it was set aside without a cause. */
  Optional<String> causeOf(String topic, String value) {
    consumer.subscribe(List.of(topic));
    AtomicReference<ConsumerRecord<String, String>> found = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              consumer
                  .poll(POLL)
                  .forEach(
                      r -> {
                        if (value.equals(r.value())) {
                          found.set(r);
                        }
                      });
              return found.get() != null;
            });
    Header cause = found.get().headers().lastHeader("dead-letter-reason");
    return Optional.ofNullable(cause).map(h -> new String(h.value(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
