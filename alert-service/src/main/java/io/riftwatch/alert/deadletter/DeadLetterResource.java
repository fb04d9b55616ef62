package io.riftwatch.alert.deadletter;

import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.rest.Filter;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.hibernate.reactive.mutiny.Mutiny;

/** Signals that could not be handled. */
@Path("/api/v1/deadletters/signals")
public class DeadLetterResource {

  private static final String ADDED_HEADERS = "dead-letter";

  private final Transactions transactions;
  private final MutinyEmitter<byte[]> signals;
  private final InstantSource clock;

  DeadLetterResource(
      Transactions transactions,
      @Channel("replayed-signals") MutinyEmitter<byte[]> signals,
      InstantSource clock) {
    this.transactions = transactions;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * A dead letter as clients see it.
   *
   * @param id its partition and offset on the topic of dead letters
   * @param reason why it could not be handled
   */
  record Letter(
      String id,
      String key,
      String body,
      String reason,
      Instant arrivedAt,
      Optional<Instant> replayedAt) {

    static Letter of(DeadLetterEntity entity) {
      return new Letter(
          entity.id,
          entity.key,
          new String(entity.body, StandardCharsets.UTF_8),
          entity.reason,
          entity.arrivedAt,
          Optional.ofNullable(entity.replayedAt));
    }
  }

  @GET
  public Uni<Listing<Letter>> list(@Valid @BeanParam Paging paging) {
    return transactions
        .run(
            session ->
                Filter.of("DeadLetter", "arrivedAt")
                    .query(session, DeadLetterEntity.class, paging)
                    .getResultList())
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    Letter::of,
                    row -> new Cursor(row.arrivedAt, row.id).encode()));
  }

  /** Puts the record on the topic of signals again, as it was. */
  @POST
  @Path("{id}/replay")
  public Uni<Letter> replay(@PathParam("id") String id) {
    return transactions
        .run(session -> existing(session, id))
        .call(letter -> signals.sendMessage(record(letter)))
        .chain(() -> transactions.run(session -> replayed(session, id)))
        .map(Letter::of);
  }

  private Uni<DeadLetterEntity> replayed(Mutiny.Session session, String id) {
    return existing(session, id).invoke(letter -> letter.replayedAt = clock.instant());
  }

  private static Message<byte[]> record(DeadLetterEntity letter) {
    RecordHeaders headers = new RecordHeaders();
    letter
        .headers
        .values()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(ADDED_HEADERS)) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
              }
            });
    return Message.of(
        letter.body,
        Metadata.of(
            OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(letter.key)
                .withHeaders(headers)
                .build()));
  }

  private static Uni<DeadLetterEntity> existing(Mutiny.Session session, String id) {
    return session
        .find(DeadLetterEntity.class, id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("no dead letter of signals has the id " + id));
  }
}
