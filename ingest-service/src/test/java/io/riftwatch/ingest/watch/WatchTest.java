package io.riftwatch.ingest.watch;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import io.riftwatch.ingest.TopicLog;
import io.riftwatch.ingest.contract.FeedHealthChange;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How feeds fare, as the log and REST tell it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WatchTest {

  private final OutletServer outlet = new OutletServer();

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject ObjectMapper json;
  @Inject Watcher watcher;
  @Inject Changes changes;

  @BeforeEach
  void noFeeds() throws SQLException {
    execute("DELETE FROM ingest.feed");
  }

  @AfterEach
  void close() {
    outlet.close();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void looks() {
    watcher.tick().await().indefinitely();
  }

  private void answersWell() {
    outlet.at("/feed", body("application/rss+xml", Rss.feed("F", Rss.item("g1", "", "One", ""))));
  }

  /** A feed that was read, with news just now. */
  private String isRead() {
    answersWell();
    String feed =
        follows(Map.of("url", outlet.url("/feed"), "title", "Le Fil", "outlet", "fil.example"));
    assertEquals("READ", polls(feed).get("outcome"));
    return feed;
  }

  private void falls(String how) throws SQLException {
    execute("UPDATE ingest.feed SET " + how);
  }

  private void fallsSilent() throws SQLException {
    falls("rhythm = 3600, news_seen_at = now() - interval '3 days'");
  }

  private List<JsonNode> told(String feed) {
    return records(feed).stream().map(this::read).toList();
  }

  private List<ConsumerRecord<String, String>> records(String text) {
    return TopicLog.holding(broker, FeedHealthChange.TOPIC, text);
  }

  private JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(record.value(), e);
    }
  }

  private List<String> kinds(String feed) {
    return told(feed).stream().map(change -> change.get("kind").asText()).toList();
  }

  private static String health(String feed) {
    return operator().get("/api/v1/feeds/" + feed).then().extract().path("health");
  }

  @Test
  void aSilentFeedIsToldAsTheContractSays() throws SQLException {
    String feed = isRead();
    fallsSilent();

    looks();

    ConsumerRecord<String, String> record = records(feed).get(0);
    JsonNode change = read(record);
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(FeedHealthChange.class.getResourceAsStream(FeedHealthChange.SCHEMA))
            .validate(change));
    assertEquals(feed, record.key());
    assertEquals(feed + ":1", change.get("id").asText());
    assertEquals(feed + ":1", ArticleLog.header(record, "ce_id"));
    assertEquals(FeedHealthChange.CE_TYPE, ArticleLog.header(record, "ce_type"));
    assertEquals(feed, ArticleLog.header(record, "ce_subject"));
    assertEquals("FEED_SILENT", change.get("kind").asText());
    assertEquals(outlet.url("/feed"), change.get("feedUrl").asText());
    assertEquals("Le Fil", change.get("title").asText());
    assertEquals("fil.example", change.get("outlet").asText());
    assertTrue(change.get("cause").asText().startsWith("no news since "), change.toString());
    Duration silent = Duration.between(Instant.parse(change.get("since").asText()), Instant.now());
    assertEquals(72, silent.toHours());
    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("health", equalTo("silent"))
        .body("healthSince", equalTo(change.get("since").asText()))
        .body("rhythm", equalTo("PT1H"))
        .body("lastNewsAt", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "3600,   47 hours, ok",
    "3600,   49 hours, silent",
    "36000,  99 hours, ok",
    "36000,  101 hours, silent",
    "NULL,   47 hours, ok",
    "NULL,   49 hours, silent"
  })
  void aFeedIsSilentFarBeyondItsRhythmAndAfterSomeTime(String rhythm, String quiet, String health)
      throws SQLException {
    String feed = isRead();

    falls("rhythm = " + rhythm + ", news_seen_at = last_polled_at - interval '" + quiet + "'");

    assertEquals(health, health(feed));
  }

  @Test
  void aFeedIsNotSilentBecauseNobodyAskedIt() throws SQLException {
    String feed = isRead();
    falls("rhythm = 60, news_seen_at = now() - interval '9 days'");
    assertEquals("silent", health(feed));

    falls("last_polled_at = now() - interval '9 days'");

    assertEquals("ok", health(feed));
  }

  @Test
  void aFailingFeedIsToldWithCauseAndSinceWhenAndThatItRecovered() throws SQLException {
    String feed = isRead();
    outlet.at("/feed", status(500));
    for (int i = 0; i < 3; i++) {
      polls(feed);
    }
    assertEquals("ok", health(feed));
    falls("failing_since = now() - interval '61 minutes'");

    looks();
    looks();
    JsonNode failing = told(feed).get(0);
    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("health", equalTo("failing"))
        .body("healthSince", equalTo(failing.get("since").asText()))
        .body("lastError", containsString("answers 500"));
    answersWell();
    polls(feed);
    looks();

    assertEquals(List.of("FEED_FAILING", "FEED_RECOVERED"), kinds(feed));
    assertTrue(failing.get("cause").asText().contains("answers 500"), failing.toString());
    assertEquals(
        61,
        Duration.between(Instant.parse(failing.get("since").asText()), Instant.now()).toMinutes());
    assertEquals("FEED_FAILING", told(feed).get(1).get("recoveredFrom").asText());
    assertEquals(feed + ":2", told(feed).get(1).get("id").asText());
    assertEquals("ok", health(feed));
  }

  @Test
  void fewFailuresOverALongTimeAreNoFailing() throws SQLException {
    String feed = isRead();
    outlet.at("/feed", status(500));
    polls(feed);
    polls(feed);

    falls("failing_since = now() - interval '9 days'");

    assertEquals("ok", health(feed));
  }

  @Test
  void sinceWhenAFeedFailsIsItsFirstFailureAndForgottenOnceItIsRead() throws SQLException {
    String feed = isRead();
    outlet.at("/feed", status(500));
    polls(feed);
    falls("failing_since = failing_since - interval '2 hours'");
    polls(feed);
    polls(feed);
    assertEquals("failing", health(feed));

    answersWell();
    polls(feed);
    outlet.at("/feed", status(500));
    for (int i = 0; i < 3; i++) {
      polls(feed);
    }

    assertEquals("ok", health(feed));
  }

  @Test
  void aFeedThatCouldNeverBeReadFailsFromTheFirstFailureOn() {
    outlet.at("/feed", status(500));
    String feed = follows(outlet.url("/feed"));
    assertEquals("ok", health(feed));

    polls(feed);
    looks();

    assertEquals("failing", health(feed));
    assertEquals(List.of("FEED_FAILING"), kinds(feed));
  }

  @Test
  void aFeedThatIsGoneIsTold() {
    outlet.at("/feed", status(410));
    String feed = follows(outlet.url("/feed"));
    polls(feed);

    looks();

    assertEquals(List.of("FEED_RETIRED"), kinds(feed));
    assertTrue(told(feed).get(0).get("cause").asText().contains("410"));
  }

  @Test
  void whatIsNoticedWhileTheLogIsAwayIsToldAfterwardsInOrder() throws SQLException {
    String feed = isRead();
    fallsSilent();
    broker.stop();
    try {
      looks();
      falls("news_seen_at = now()");
      looks();
    } finally {
      broker.start();
    }

    await()
        .until(
            () -> {
              execute("UPDATE ingest.feed_watch SET claimed_until = NULL");
              looks();
              return kinds(feed).stream().distinct().count() == 2;
            });

    assertEquals(
        List.of("FEED_SILENT", "FEED_RECOVERED"), kinds(feed).stream().distinct().toList());
    assertEquals(
        List.of(feed + ":1", feed + ":2"),
        told(feed).stream().map(change -> change.get("id").asText()).distinct().toList());
  }

  @Test
  void aCrashBetweenLogAndDatabaseRepeatsTheEventUnderItsId() throws SQLException {
    String feed = isRead();
    fallsSilent();
    execute("ALTER TABLE ingest.feed_watch ADD CONSTRAINT refused CHECK (NOT told) NOT VALID");
    try {
      looks();
    } finally {
      execute("ALTER TABLE ingest.feed_watch DROP CONSTRAINT refused");
    }
    execute("UPDATE ingest.feed_watch SET claimed_until = now() - interval '1 second'");

    looks();
    looks();

    assertEquals(2, told(feed).size());
    assertEquals(told(feed).get(0), told(feed).get(1));
  }

  @Test
  void severalReplicasTellAChangeOnce() throws SQLException {
    List<String> feeds =
        IntStream.range(0, 60).mapToObj(i -> follows("https://watched.example/" + i)).toList();
    falls("last_polled_at = now(), created_at = now() - interval '9 days'");

    Uni.join()
        .all(IntStream.range(0, 8).mapToObj(i -> watcher.tick()).toList())
        .andFailFast()
        .await()
        .indefinitely();

    List<String> told = records("watched.example").stream().map(ConsumerRecord::key).toList();
    assertEquals(60, told.size());
    assertEquals(Set.copyOf(feeds), Set.copyOf(told));
    assertEquals(0, changes.claim().await().indefinitely().size());
  }

  @Test
  void aDisabledFeedIsNotWatched() throws SQLException {
    String feed = isRead();
    fallsSilent();
    falls("enabled = false");

    looks();

    assertEquals("ok", health(feed));
    assertEquals(List.of(), kinds(feed));
  }

  @Test
  void feedsAreCountedByHealth() throws SQLException {
    isRead();
    follows("https://new.example/");
    fallsSilent();

    looks();

    operator()
        .get("/api/v1/feeds/health")
        .then()
        .statusCode(200)
        .body("ok", equalTo(1))
        .body("silent", equalTo(1))
        .body("failing", equalTo(0))
        .body("retired", equalTo(0));
    operator()
        .get("/q/metrics")
        .then()
        .body(containsString("riftwatch_ingest_feeds{health=\"silent\"} 1.0"))
        .body(containsString("riftwatch_ingest_feeds{health=\"ok\"} 1.0"));
  }
}
