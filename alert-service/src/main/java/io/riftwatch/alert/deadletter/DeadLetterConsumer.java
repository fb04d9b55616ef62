package io.riftwatch.alert.deadletter;

import io.riftwatch.alert.database.DatabaseFailure;
import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.deadletter.DeadLetterEntity.Headers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what arrives on the topic of dead letters, so that it can be looked at and replayed. */
@ApplicationScoped
public class DeadLetterConsumer {

  private static final String REASON = "dead-letter-reason";

  private final Transactions transactions;
  private final DeadLetterConfig config;

  DeadLetterConsumer(Transactions transactions, DeadLetterConfig config) {
    this.transactions = transactions;
    this.config = config;
  }

  @Incoming("dead-letters")
  public Uni<Void> keep(ConsumerRecord<byte[], byte[]> record) {
    return transactions
        .run(
            session ->
                session
                    .find(DeadLetterEntity.class, id(record))
                    .chain(
                        known ->
                            known == null
                                ? session.persist(letter(record))
                                : Uni.createFrom().voidItem()))
        .onFailure(DatabaseFailure::isPassing)
        .retry()
        .withBackOff(config.retryMin(), config.retryMax())
        .indefinitely();
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return record.partition() + "-" + record.offset();
  }

  private static DeadLetterEntity letter(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return new DeadLetterEntity(
        id(record),
        text(record.key()),
        record.value() == null ? new byte[0] : record.value(),
        new Headers(headers),
        headers.getOrDefault(REASON, ""),
        Instant.ofEpochMilli(record.timestamp()));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
  }
}
