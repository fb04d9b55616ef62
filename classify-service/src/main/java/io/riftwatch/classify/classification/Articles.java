package io.riftwatch.classify.classification;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.signal.SignalPublisher;
import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.TracingMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Classifies the articles of the stream and publishes their signals. An article's offset may be
 * committed once all its signals are acknowledged; a failure sends the article to the dead letters.
 */
@ApplicationScoped
class Articles {

  private final PacksInForce packs;
  private final SignalPublisher publisher;
  private final MeterRegistry metrics;

  Articles(PacksInForce packs, SignalPublisher publisher, MeterRegistry metrics) {
    this.packs = packs;
    this.publisher = publisher;
    this.metrics = metrics;
  }

  @Incoming("articles")
  Uni<Void> classify(Article article, Optional<TracingMetadata> trace) {
    return Uni.createFrom()
        .item(() -> signalsOf(article))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(found -> publisher.publishOrReview(found, trace));
  }

  /** Codes wholly with the packs that are in force when it begins. */
  private List<Signal> signalsOf(Article article) {
    Classifier.Classification classification = Signals.classify(packs.classifier(), article);
    metrics
        .counter("riftwatch.classify.articles", "language", classification.language())
        .increment();
    return Signals.of(article, classification);
  }
}
