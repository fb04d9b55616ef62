package io.riftwatch.ingest.watch;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import io.riftwatch.ingest.TopicLog;
import io.riftwatch.ingest.contract.FeedHealthChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A watcher, the outlet whose feed it watches, and the log that it tells. */
final class WatchDesk implements AutoCloseable {

  final OutletServer outlet = new OutletServer();

  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private final Watcher watcher;
  private final ObjectMapper json = new ObjectMapper();

  /** Nothing is followed yet. */
  WatchDesk(EmbeddedBroker broker, EmbeddedDatabase database, Watcher watcher) throws SQLException {
    this.broker = broker;
    this.database = database;
    this.watcher = watcher;
    execute("DELETE FROM ingest.feed");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void looks() {
    watcher.tick().await().indefinitely();
  }

  void answersWell() {
    outlet.at("/feed", body("application/rss+xml", Rss.feed("F", Rss.item("g1", "", "One", ""))));
  }

  /** A feed that was read, with news just now. */
  String isRead() {
    answersWell();
    String feed =
        follows(Map.of("url", outlet.url("/feed"), "title", "Le Fil", "outlet", "fil.example"));
    assertEquals("READ", polls(feed).get("outcome"));
    return feed;
  }

  void falls(String how) throws SQLException {
    execute("UPDATE ingest.feed SET " + how);
  }

  void fallsSilent() throws SQLException {
    falls("rhythm = 3600, news_seen_at = now() - interval '3 days'");
  }

  List<JsonNode> told(String feed) {
    return records(feed).stream().map(this::read).toList();
  }

  List<String> kinds(String feed) {
    return told(feed).stream().map(change -> change.get("kind").asText()).toList();
  }

  List<ConsumerRecord<String, String>> records(String text) {
    return TopicLog.holding(broker, FeedHealthChange.TOPIC, text);
  }

  JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(record.value(), e);
    }
  }

  static String health(String feed) {
    return operator().get("/api/v1/feeds/" + feed).then().extract().path("health");
  }

  @Override
  public void close() {
    outlet.close();
  }
}
