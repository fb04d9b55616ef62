package io.riftwatch.ingest.websub;

import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.websub.WebsubDesk.nextPoll;
import static io.riftwatch.ingest.websub.WebsubDesk.subscription;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Hub;
import io.riftwatch.ingest.OutletServer;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How subscriptions are kept up, and how they end. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LeaseTest {

  private WebsubDesk desk;
  private OutletServer world;
  private Hub hub;

  EmbeddedDatabase database;
  @Inject Subscriber subscriber;

  @BeforeEach
  void open() throws SQLException {
    desk = new WebsubDesk(database, subscriber);
    world = desk.world;
    hub = desk.hub;
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aDenialIsKeptWithItsReasonAndPollingGoesOnAtOnce() throws SQLException {
    String feed = desk.isSubscribed();

    hub.denies("you are\nnot\0 welcome").statusCode(200);

    subscription(feed)
        .body("state", equalTo("denied"))
        .body("reason", equalTo("you are not welcome"))
        .body("leaseUntil", nullValue());
    assertFalse(nextPoll(feed).isAfter(Instant.now()));
    hub.verifies().statusCode(404);
    hub.pushes("<rss/>").statusCode(410);
    desk.asks();
    assertEquals(1, hub.asked().size());
    desk.asksWhenItIsTime();
    assertEquals(2, hub.asked().size());
    subscription(feed).body("state", equalTo("pending"));
  }

  /** As the feed was overdue when its poll began, an earlier time would be no change. */
  @ParameterizedTest
  @ValueSource(strings = {"a denial", "a lapse"})
  void whatMakesAFeedDueWhileItIsPolledIsNotLost(String what) throws SQLException {
    desk.isSubscribed();
    desk.execute(
        "UPDATE ingest.feed SET next_poll_at = now() - interval '1 minute',"
            + " claim = gen_random_uuid(), claimed_until = now() + interval '1 minute'");

    if (what.equals("a denial")) {
      hub.denies("no").statusCode(200);
    } else {
      desk.execute("UPDATE ingest.websub_subscription SET lease_until = now()");
      desk.asks();
    }

    assertEquals(
        "t", desk.value("SELECT next_poll_at > now() - interval '30 seconds' FROM ingest.feed"));
  }

  @Test
  void aLeaseIsRenewedBeforeItEndsUnderTheSameCallbackAndSecret() throws SQLException {
    String feed = desk.isSubscribed();
    String before = subscription(feed).extract().path("leaseUntil");
    String renewal =
        desk.value(
            "SELECT (next_attempt_at < lease_until AND next_attempt_at > now())::text"
                + " FROM ingest.websub_subscription");

    desk.asksWhenItIsTime();
    subscription(feed).body("state", equalTo("active"));
    hub.verifies().statusCode(200);

    assertEquals("true", renewal);
    assertEquals(hub.asked().get(0).fields(), hub.asked().get(1).fields());
    subscription(feed).body("state", equalTo("active")).body("leaseUntil", not(equalTo(before)));
  }

  @Test
  void aLeaseThatRanOutIsAskedForAgainAndTheFeedIsPolledAtOnce() throws SQLException {
    String feed = desk.isSubscribed();
    desk.execute("UPDATE ingest.websub_subscription SET lease_until = now() - interval '1 second'");

    desk.asks();

    subscription(feed).body("state", equalTo("pending")).body("leaseUntil", nullValue());
    assertEquals(2, hub.asked().size());
    assertFalse(nextPoll(feed).isAfter(Instant.now()));
  }

  @Test
  void aHubThatRefusesIsAskedAgainLaterAndLater() throws SQLException {
    hub.answers(503, "come back later");
    String pause =
        "SELECT round(extract(epoch FROM next_attempt_at - now()) / 60)"
            + " FROM ingest.websub_subscription";
    String feed = desk.namesHub(hub.url());

    desk.asks();

    subscription(feed)
        .body("state", equalTo("pending"))
        .body("reason", equalTo(hub.url() + " answers 503: come back later"));
    assertEquals("5", desk.value(pause));
    desk.asksWhenItIsTime();
    assertEquals("10", desk.value(pause));
    hub.answers(202, "");
    desk.asksWhenItIsTime();
    hub.verifies().statusCode(200);
    subscription(feed).body("state", equalTo("active")).body("reason", nullValue());
  }

  @Test
  void whenTheFeedIsForgottenTheHubIsToldAndItsConfirmationEndsIt() throws SQLException {
    String feed = desk.isSubscribed();
    operator().delete("/api/v1/feeds/" + feed).then().statusCode(204);
    hub.pushes("<rss/>").statusCode(410);

    desk.asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    assertEquals(hub.asked().get(0).path(), hub.last().path());
    hub.verifies("subscribe", hub.last().of("topic"), "60").statusCode(404);
    hub.verifies().statusCode(200).body(equalTo("a-challenge<script>"));
    assertEquals("0", desk.value("SELECT count(*) FROM ingest.websub_subscription"));
  }

  @Test
  void whenTheFeedIsDisabledTheHubIsTold() {
    String feed = desk.isSubscribed();
    operator()
        .body(Map.of("url", world.url("/feed"), "enabled", false))
        .put("/api/v1/feeds/" + feed)
        .then()
        .statusCode(200);
    hub.pushes("<rss/>").statusCode(410);

    desk.asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    subscription(feed).statusCode(404);
  }

  @Test
  void aHubThatDoesNotConfirmTheEndIsLeftToItsLease() throws SQLException {
    String feed = desk.isSubscribed();
    operator().delete("/api/v1/feeds/" + feed).then().statusCode(204);

    desk.asks();
    for (int i = 0; i < 7; i++) {
      desk.asksWhenItIsTime();
    }

    assertEquals("0", desk.value("SELECT count(*) FROM ingest.websub_subscription"));
    assertEquals(5, hub.asked().stream().filter(a -> a.of("mode").equals("unsubscribe")).count());
  }

  @Test
  void aFeedThatNamesAnotherHubIsMovedThere() {
    String feed = desk.isSubscribed();
    Hub other = new Hub(world, "/other");
    desk.publishes("Link", "<" + other.url() + ">; rel=hub");

    polls(feed);
    desk.asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    assertEquals("subscribe", other.last().of("mode"));
    assertEquals(world.url("/feed"), other.last().of("topic"));
    assertNotEquals(hub.last().path(), other.last().path());
    assertNotEquals(hub.asked().get(0).of("secret"), other.last().of("secret"));
    subscription(feed).body("hub", equalTo(other.url()));
  }

  @Test
  void aFeedThatNamesNoHubAnyMoreIsUnsubscribed() {
    String feed = desk.isSubscribed();
    desk.publishes();

    polls(feed);
    desk.asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    subscription(feed)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("no hub pushes it"));
  }
}
