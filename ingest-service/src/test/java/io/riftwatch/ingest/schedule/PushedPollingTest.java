package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Hub.pushes;
import static io.riftwatch.ingest.Hub.signature;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Rss;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub that pushes means for polling. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushedPollingTest {

  private PushDesk desk;

  EmbeddedDatabase database;
  @Inject PushIntake intake;

  @BeforeEach
  void open() throws SQLException {
    desk = new PushDesk(database, intake);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void pollingRestsWhileTheHubPushes() {
    assertTrue(desk.untilNextPoll().toMinutes() <= 15);

    desk.pushed(PushDesk.item("One"));
    desk.takes();

    await().until(() -> desk.untilNextPoll().toHours() >= 5);
    desk.publishes(PushDesk.item("One"));
    polls(desk.feed);
    assertTrue(desk.untilNextPoll().toHours() >= 5, desk.untilNextPoll().toString());
  }

  @Test
  void aHubThatKeepsNewsBackIsNotReliedOnUntilItPushes() {
    desk.pushed(PushDesk.item("One"));
    desk.takes();
    await().until(() -> desk.untilNextPoll().toHours() >= 5);

    desk.publishes(PushDesk.item("One"), PushDesk.item("Kept back"));
    polls(desk.feed);

    assertTrue(desk.untilNextPoll().toMinutes() <= 15, desk.untilNextPoll().toString());
    operator()
        .get("/api/v1/feeds/" + desk.feed + "/subscription")
        .then()
        .body("state", equalTo("active"))
        .body("quietSince", notNullValue());
    polls(desk.feed);
    assertTrue(desk.untilNextPoll().toMinutes() <= 15, desk.untilNextPoll().toString());
    desk.pushed(PushDesk.item("Two"));
    operator()
        .get("/api/v1/feeds/" + desk.feed + "/subscription")
        .then()
        .body("quietSince", nullValue());
    desk.takes();
    await().until(() -> desk.untilNextPoll().toHours() >= 5);
  }

  @Test
  void aPushThatIsNoFeedMakesTheFeedDueAtOnce() {
    desk.pushed(PushDesk.item("One"));
    desk.takes();
    await().until(() -> desk.untilNextPoll().toHours() >= 5);
    String garbage = "<html><body>Moved</body></html>";

    pushes(desk.callback, garbage, signature("sha256", garbage, PushDesk.SECRET)).statusCode(202);
    desk.takes();

    await().until(() -> desk.untilNextPoll().toMillis() <= 0);
  }

  @Test
  void aPushWhosePagesAreOwedHasTheFeedReadSoon() throws SQLException {
    desk.execute(
        "UPDATE ingest.feed SET next_poll_at = now() + interval '6 hours', etag = '\"1\"'");
    desk.outlet.at("/page", status(500));

    desk.pushed(Rss.item("g", desk.outlet.url("/page"), "Owed", ""));
    desk.takes();

    await().until(() -> desk.untilNextPoll().toMinutes() <= 15);
    operator().get("/api/v1/feeds/" + desk.feed).then().body("etag", nullValue());
    desk.outlet.at(
        "/page", body("text/html", "<article><p>" + "Text. ".repeat(50) + "</p></article>"));
    desk.publishes(Rss.item("g", desk.outlet.url("/page"), "Owed", ""));
    polls(desk.feed);
    assertEquals(List.of("Owed"), desk.titles());
  }

  @Test
  void pastManyThatWaitTheFeedIsPolledInstead() throws SQLException {
    for (int i = 0; i < 10; i++) {
      desk.pushed(PushDesk.item("Item " + i));
    }
    assertTrue(desk.untilNextPoll().toMillis() > 0);

    desk.pushed(PushDesk.item("Item 10"));

    assertFalse(desk.untilNextPoll().toMillis() > 0);
  }
}
