package io.riftwatch.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes articles to the log, as CloudEvents whose ids are the same whenever they are repeated. */
@ApplicationScoped
public class ArticlePublisher {

  private static final URI SOURCE = URI.create("urn:riftwatch:ingest");

  private final MutinyEmitter<Article> log;
  private final MeterRegistry meters;
  private final Acknowledgements acknowledgements;
  private final InstantSource clock;

  /** The buffer is bounded by the polls that run at once, each waiting for its acknowledgements. */
  ArticlePublisher(
      @Channel("articles") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Article> log,
      MeterRegistry meters,
      InstantSource clock) {
    this.log = log;
    this.meters = meters;
    this.acknowledgements = new Acknowledgements(meters, Article.TOPIC);
    this.clock = clock;
  }

  /**
   * Publishes an article.
   *
   * @return when all replicas of the log have it; fails when they do not within the time limit
   */
  public Uni<Void> publish(Article article) {
    return acknowledgements.measured(log.sendMessage(event(article))).invoke(() -> count(article));
  }

  private void count(Article article) {
    meters
        .counter(
            "riftwatch.ingest.articles.published",
            "kind",
            article.revision() == 1 ? "new" : "revised",
            "wire",
            article.id().equals(article.wireGroup()) ? "alone" : "copy")
        .increment();
    meters
        .timer("riftwatch.ingest.articles.delay")
        .record(Duration.between(article.seenAt(), clock.instant()));
  }

  private static Message<Article> event(Article article) {
    return Message.of(article)
        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder().withKey(article.id()).build())
        .addMetadata(
            OutgoingCloudEventMetadata.<Article>builder()
                .withId(article.id() + ":" + article.revision())
                .withType(Article.CE_TYPE)
                .withSource(SOURCE)
                .withSubject(article.id())
                .withTimestamp(article.seenAt().atZone(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .build());
  }
}
