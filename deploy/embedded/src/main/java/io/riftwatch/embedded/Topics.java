package io.riftwatch.embedded;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the suite: articles, signals, signals in review, alerts, a dead-letter topic beside
 * each that is consumed, and how the feeds fare.
 */
public final class Topics {

  /** Partitions of each topic: the most replicas of a service that can share its work. */
  public static final int PARTITIONS = 12;

  /** The names of all topics. */
  public static final List<String> NAMES =
      List.of(
          "riftwatch.articles",
          "riftwatch.articles.dlq",
          "riftwatch.signals",
          "riftwatch.signals.dlq",
          "riftwatch.reviews",
          "riftwatch.reviews.dlq",
          "riftwatch.alerts",
          "riftwatch.feeds");

  private Topics() {}

  /**
   * Makes those topics that are not there.
   *
   * @param replicas of each partition, 1 on a single broker
   * @throws IllegalStateException when the broker refuses
   */
  public static void create(String bootstrapServers, short replicas) {
    Stream<NewTopic> topics = NAMES.stream().map(n -> new NewTopic(n, PARTITIONS, replicas));
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      admin.createTopics(topics.toList()).values().values().forEach(Topics::await);
    }
  }

  private static void await(KafkaFuture<Void> made) {
    try {
      made.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were made", e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "a topic could not be made: " + e.getCause().getMessage(), e);
      }
    }
  }
}
