package io.riftwatch.ingest;

import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.contract.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topic of articles as any other party would. */
public final class ArticleLog {

  private ArticleLog() {}

  /** All records whose value holds a text, whatever order they stand in. */
  public static List<ConsumerRecord<String, String>> holding(EmbeddedBroker broker, String text) {
    return TopicLog.holding(broker, Article.TOPIC, text);
  }

  public static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
