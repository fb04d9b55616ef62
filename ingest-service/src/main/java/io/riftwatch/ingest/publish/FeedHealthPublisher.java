package io.riftwatch.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.ingest.contract.FeedHealthChange;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes to the log how feeds fare, as CloudEvents whose ids are the same whenever repeated. */
@ApplicationScoped
public class FeedHealthPublisher {

  private static final URI SOURCE = URI.create("urn:riftwatch:ingest");

  private final MutinyEmitter<FeedHealthChange> log;
  private final MeterRegistry meters;
  private final Acknowledgements acknowledgements;

  /** The buffer is bounded by the batch that is told at once. */
  FeedHealthPublisher(
      @Channel("feeds") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<FeedHealthChange> log,
      MeterRegistry meters) {
    this.log = log;
    this.meters = meters;
    this.acknowledgements = new Acknowledgements(meters, FeedHealthChange.TOPIC);
  }

  /**
   * Publishes a change.
   *
   * @return when all replicas of the log have it; fails when they do not within the time limit
   */
  public Uni<Void> publish(FeedHealthChange change) {
    String kind = change.kind().name().toLowerCase(Locale.ROOT);
    return acknowledgements
        .measured(log.sendMessage(event(change)))
        .invoke(
            () ->
                meters.counter("riftwatch.ingest.feed.health.published", "kind", kind).increment());
  }

  private static Message<FeedHealthChange> event(FeedHealthChange change) {
    return Message.of(change)
        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder().withKey(change.feedId()).build())
        .addMetadata(
            OutgoingCloudEventMetadata.<FeedHealthChange>builder()
                .withId(change.id())
                .withType(FeedHealthChange.CE_TYPE)
                .withSource(SOURCE)
                .withSubject(change.feedId())
                .withTimestamp(change.noticedAt().atZone(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .build());
  }
}
