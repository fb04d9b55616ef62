package io.riftwatch.classify.classification;

import io.quarkus.kafka.client.serialization.ObjectMapperDeserializer;
import io.riftwatch.ingest.contract.Article;

/** Reads articles from Kafka; unknown fields are ignored. */
public class ArticleDeserializer extends ObjectMapperDeserializer<Article> {

  public ArticleDeserializer() {
    super(Article.class);
  }
}
