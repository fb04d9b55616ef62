package io.riftwatch.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.ingest.contract.Article;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the articles and notes how long after their serving they came. */
final class TopicReader implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeedFarm farm;
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean over;

  TopicReader(String bootstrapServers, FeedFarm farm) {
    this.farm = farm;
    this.thread = new Thread(() -> read(bootstrapServers), "topic-reader");
    thread.start();
  }

  /**
   * Milliseconds from a feed's answer to the article's event, of those read since the last call.
   */
  List<Long> latencies() {
    List<Long> seen = List.copyOf(latencies);
    latencies.clear();
    return seen;
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(String bootstrapServers) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "group.id", "poll-load"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(Article.TOPIC));
      while (!over) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::note);
      }
    }
  }

  private void note(ConsumerRecord<String, String> event) {
    try {
      Long served = farm.servedAt(JSON.readTree(event.value()).path("title").asText());
      if (served != null) {
        latencies.add((System.nanoTime() - served) / 1_000_000);
      }
    } catch (IOException e) {
      throw new IllegalStateException("an event is not JSON: " + event.value(), e);
    }
  }
}
