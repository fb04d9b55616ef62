package io.riftwatch.classify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.contract.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics at both ends of the service: articles go in, signals come out. */
public final class Wire implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final KafkaProducer<String, byte[]> articles;
  private final KafkaConsumer<String, byte[]> signals;
  private final List<Signal> seen = new ArrayList<>();

  public Wire(EmbeddedBroker broker) {
    this(broker, Signal.TOPIC);
  }

  /** With another topic at the end that signals come out of. */
  public Wire(EmbeddedBroker broker, String topic) {
    articles =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    signals =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    signals.subscribe(List.of(topic));
  }

  /** An English article of that id, published at that time. */
  public static Article article(String id, String publishedAt, String title, String text) {
    return new Article(
        id,
        1,
        "feed",
        "example.org",
        URI.create("https://example.org/" + id),
        title,
        text,
        "en",
        Instant.parse(publishedAt),
        Instant.parse(publishedAt).plusSeconds(60),
        "0123456789abcdef",
        id,
        null);
  }

  public void send(Article article) {
    send(article.id(), bytes(article));
  }

  public void send(String key, byte[] article) {
    try {
      articles.send(new ProducerRecord<>(Article.TOPIC, key, article)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an article was sent", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an article was not sent", e);
    }
  }

  /** The signals of an article that were published so far, in the order of the topic. */
  public List<Signal> signalsOf(String article) {
    signals.poll(Duration.ofMillis(50)).forEach(record -> seen.add(signal(record.value())));
    return seen.stream().filter(s -> s.source().articleId().equals(article)).toList();
  }

  private static byte[] bytes(Article article) {
    try {
      return JSON.writeValueAsBytes(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Signal signal(byte[] record) {
    try {
      return JSON.readValue(record, Signal.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    articles.close();
    signals.close();
  }
}
