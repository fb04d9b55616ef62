package io.riftwatch.classify.classification;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Report;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Classifies the articles of the stream and publishes their signals. An article's offset may be
 * committed once all its signals are acknowledged; a failure sends the article to the dead letters.
 */
@ApplicationScoped
class Articles {

  private static final URI SOURCE = URI.create("urn:riftwatch:classify");

  private final Classifier classifier;
  private final MutinyEmitter<Signal> signals;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  Articles(
      Classifier classifier,
      @Channel("signals") MutinyEmitter<Signal> signals,
      InstantSource clock,
      MeterRegistry metrics) {
    this.classifier = classifier;
    this.signals = signals;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Incoming("articles")
  Uni<Void> classify(Article article, Optional<TracingMetadata> trace) {
    return Uni.createFrom()
        .item(() -> signalsOf(article))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(found -> publish(found, trace));
  }

  private List<Signal> signalsOf(Article article) {
    Classifier.Classification classification =
        classifier.classify(
            new Report(article.title(), article.text(), article.publishedAt()),
            Optional.of(article.language()));
    metrics
        .counter("riftwatch.classify.articles", "language", classification.language())
        .increment();
    return classification.codings().stream()
        .map(
            coding ->
                Signals.of(
                    article,
                    classification.language(),
                    classification.rulepack().orElseThrow(),
                    coding))
        .toList();
  }

  private Uni<Void> publish(List<Signal> found, Optional<TracingMetadata> trace) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(signal -> signals.sendMessage(message(signal, trace)))
        .collect()
        .last()
        .invoke(() -> found.forEach(this::count));
  }

  private void count(Signal signal) {
    metrics
        .counter(
            "riftwatch.classify.signals",
            "type",
            signal.type().name(),
            "status",
            signal.status().name())
        .increment();
  }

  private Message<Signal> message(Signal signal, Optional<TracingMetadata> trace) {
    String pair = Signal.pair(signal.actor(), signal.target());
    Message<Signal> message =
        Message.of(signal)
            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder().withKey(pair).build())
            .addMetadata(
                OutgoingCloudEventMetadata.builder()
                    .withId(signal.id())
                    .withType(Signal.CE_TYPE)
                    .withSource(SOURCE)
                    .withSubject(pair)
                    .withTimestamp(clock.instant().atZone(ZoneOffset.UTC))
                    .build());
    return trace.map(message::addMetadata).orElse(message);
  }
}
