package io.riftwatch.ingest.watch;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.status;
import static io.riftwatch.ingest.watch.WatchDesk.health;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.contract.FeedHealthChange;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log is told of how feeds fare. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WatchTest {

  private WatchDesk desk;

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject Watcher watcher;
  @Inject Changes changes;

  @BeforeEach
  void open() throws SQLException {
    desk = new WatchDesk(broker, database, watcher);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aSilentFeedIsToldAsTheContractSays() throws SQLException {
    String feed = desk.isRead();
    desk.fallsSilent();

    desk.looks();

    ConsumerRecord<String, String> record = desk.records(feed).get(0);
    JsonNode change = desk.read(record);
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
    assertEquals(desk.outlet.url("/feed"), change.get("feedUrl").asText());
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

  @Test
  void aFailingFeedIsToldWithCauseAndSinceWhenAndThatItRecovered() throws SQLException {
    String feed = desk.isRead();
    desk.outlet.at("/feed", status(500));
    for (int i = 0; i < 3; i++) {
      polls(feed);
    }
    assertEquals("ok", health(feed));
    desk.falls("failing_since = now() - interval '61 minutes'");

    desk.looks();
    desk.looks();
    JsonNode failing = desk.told(feed).get(0);
    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("health", equalTo("failing"))
        .body("healthSince", equalTo(failing.get("since").asText()))
        .body("lastError", containsString("answers 500"));
    desk.answersWell();
    polls(feed);
    desk.looks();

    assertEquals(List.of("FEED_FAILING", "FEED_RECOVERED"), desk.kinds(feed));
    assertTrue(failing.get("cause").asText().contains("answers 500"), failing.toString());
    assertEquals(
        61,
        Duration.between(Instant.parse(failing.get("since").asText()), Instant.now()).toMinutes());
    assertEquals("FEED_FAILING", desk.told(feed).get(1).get("recoveredFrom").asText());
    assertEquals(feed + ":2", desk.told(feed).get(1).get("id").asText());
    assertEquals("ok", health(feed));
  }

  @Test
  void aFeedThatCouldNeverBeReadFailsFromTheFirstFailureOn() {
    desk.outlet.at("/feed", status(500));
    String feed = follows(desk.outlet.url("/feed"));
    assertEquals("ok", health(feed));

    polls(feed);
    desk.looks();

    assertEquals("failing", health(feed));
    assertEquals(List.of("FEED_FAILING"), desk.kinds(feed));
  }

  @Test
  void aFeedThatIsGoneIsTold() {
    desk.outlet.at("/feed", status(410));
    String feed = follows(desk.outlet.url("/feed"));
    polls(feed);

    desk.looks();

    assertEquals(List.of("FEED_RETIRED"), desk.kinds(feed));
    assertTrue(desk.told(feed).get(0).get("cause").asText().contains("410"));
  }

  @Test
  void whatIsNoticedWhileTheLogIsAwayIsToldAfterwardsInOrder() throws SQLException {
    String feed = desk.isRead();
    desk.fallsSilent();
    broker.stop();
    try {
      desk.looks();
      desk.falls("news_seen_at = now()");
      desk.looks();
    } finally {
      broker.start();
    }

    await()
        .until(
            () -> {
              desk.execute("UPDATE ingest.feed_watch SET claimed_until = NULL");
              desk.looks();
              return desk.kinds(feed).stream().distinct().count() == 2;
            });

    assertEquals(
        List.of("FEED_SILENT", "FEED_RECOVERED"), desk.kinds(feed).stream().distinct().toList());
    assertEquals(
        List.of(feed + ":1", feed + ":2"),
        desk.told(feed).stream().map(change -> change.get("id").asText()).distinct().toList());
  }

  @Test
  void aCrashBetweenLogAndDatabaseRepeatsTheEventUnderItsId() throws SQLException {
    String feed = desk.isRead();
    desk.fallsSilent();
    desk.execute("ALTER TABLE ingest.feed_watch ADD CONSTRAINT refused CHECK (NOT told) NOT VALID");
    try {
      desk.looks();
    } finally {
      desk.execute("ALTER TABLE ingest.feed_watch DROP CONSTRAINT refused");
    }
    desk.execute("UPDATE ingest.feed_watch SET claimed_until = now() - interval '1 second'");

    desk.looks();
    desk.looks();

    assertEquals(2, desk.told(feed).size());
    assertEquals(desk.told(feed).get(0), desk.told(feed).get(1));
  }

  @Test
  void severalReplicasTellAChangeOnce() throws SQLException {
    List<String> feeds =
        IntStream.range(0, 60).mapToObj(i -> follows("https://watched.example/" + i)).toList();
    desk.falls("last_polled_at = now(), created_at = now() - interval '9 days'");

    Uni.join()
        .all(IntStream.range(0, 8).mapToObj(i -> watcher.tick()).toList())
        .andFailFast()
        .await()
        .indefinitely();

    List<String> told = desk.records("watched.example").stream().map(ConsumerRecord::key).toList();
    assertEquals(60, told.size());
    assertEquals(Set.copyOf(feeds), Set.copyOf(told));
    assertEquals(0, changes.claim().await().indefinitely().size());
  }

  @Test
  void aDisabledFeedIsNotWatched() throws SQLException {
    String feed = desk.isRead();
    desk.fallsSilent();
    desk.falls("enabled = false");

    desk.looks();

    assertEquals("ok", health(feed));
    assertEquals(List.of(), desk.kinds(feed));
  }
}
