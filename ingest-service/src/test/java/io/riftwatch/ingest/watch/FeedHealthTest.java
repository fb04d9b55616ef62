package io.riftwatch.ingest.watch;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.status;
import static io.riftwatch.ingest.watch.WatchDesk.health;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a feed is silent or failing, as REST shows it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedHealthTest {

  private WatchDesk desk;

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject Watcher watcher;

  @BeforeEach
  void open() throws SQLException {
    desk = new WatchDesk(broker, database, watcher);
  }

  @AfterEach
  void close() {
    desk.close();
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
    String feed = desk.isRead();

    desk.falls("rhythm = " + rhythm + ", news_seen_at = last_polled_at - interval '" + quiet + "'");

    assertEquals(health, health(feed));
  }

  @Test
  void aFeedIsNotSilentBecauseNobodyAskedIt() throws SQLException {
    String feed = desk.isRead();
    desk.falls("rhythm = 60, news_seen_at = now() - interval '9 days'");
    assertEquals("silent", health(feed));

    desk.falls("last_polled_at = now() - interval '9 days'");

    assertEquals("ok", health(feed));
  }

  @Test
  void fewFailuresOverALongTimeAreNoFailing() throws SQLException {
    String feed = desk.isRead();
    desk.outlet.at("/feed", status(500));
    polls(feed);
    polls(feed);

    desk.falls("failing_since = now() - interval '9 days'");

    assertEquals("ok", health(feed));
  }

  @Test
  void sinceWhenAFeedFailsIsItsFirstFailureAndForgottenOnceItIsRead() throws SQLException {
    String feed = desk.isRead();
    desk.outlet.at("/feed", status(500));
    polls(feed);
    desk.falls("failing_since = failing_since - interval '2 hours'");
    polls(feed);
    polls(feed);
    assertEquals("failing", health(feed));

    desk.answersWell();
    polls(feed);
    desk.outlet.at("/feed", status(500));
    for (int i = 0; i < 3; i++) {
      polls(feed);
    }

    assertEquals("ok", health(feed));
  }

  @Test
  void feedsAreCountedByHealth() throws SQLException {
    desk.isRead();
    follows("https://new.example/");
    desk.fallsSilent();

    desk.looks();

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
