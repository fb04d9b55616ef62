package io.riftwatch.classify.article;

import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Keeps the articles in step with the topic, in a consumer group of its own, so that classifying
 * never waits for the database. A database that is away is waited for.
 */
@ApplicationScoped
class ArticleProjection {

  private final ArticleStore store;
  private final ArticleConfig config;

  ArticleProjection(ArticleStore store, ArticleConfig config) {
    this.store = store;
    this.config = config;
  }

  /** A record that cannot be read has no payload; who classifies it puts it aside. */
  @Incoming("stored-articles")
  Uni<Void> store(Message<Article> message) {
    Article article = message.getPayload();
    Uni<Void> stored = article == null ? Uni.createFrom().voidItem() : keep(article);
    return stored
        .onItem()
        .transformToUni(done -> Uni.createFrom().completionStage(message.ack()))
        .onFailure()
        .recoverWithUni(cause -> Uni.createFrom().completionStage(message.nack(cause)));
  }

  private Uni<Void> keep(Article article) {
    return store
        .keep(article)
        .onFailure()
        .retry()
        .withBackOff(config.retryFirst(), config.retryMost())
        .expireIn(config.retryFor().toMillis());
  }
}
