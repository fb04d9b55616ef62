package io.riftwatch.ingest.websub;

import static io.restassured.RestAssured.given;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Hub;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribing, from the feed that names a hub to the lease that is given back. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebsubTest {

  private final OutletServer world = new OutletServer();
  private final Hub hub = new Hub(world, "/hub");

  EmbeddedDatabase database;
  @Inject Subscriber subscriber;
  @Inject DueSubscriptions due;
  @Inject Subscriptions subscriptions;

  @BeforeEach
  void noFeeds() throws SQLException {
    execute("DELETE FROM ingest.feed");
    execute("DELETE FROM ingest.websub_subscription");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** A feed whose answer names the hub, polled once. */
  private String namesHub(String hubUrl) {
    world.at(
        "/feed",
        body(
            "application/rss+xml",
            Rss.feed("F", Rss.item("g1", "", "One", "")),
            "Link",
            "<" + hubUrl + ">; rel=\"hub\", </self>; rel=self"));
    String feed = follows(Map.of("url", world.url("/feed"), "pollInterval", "PT15M"));
    assertEquals("READ", polls(feed).get("outcome"));
    return feed;
  }

  private String isSubscribed() {
    String feed = namesHub(hub.url());
    asks();
    hub.verifies().statusCode(200);
    return feed;
  }

  private void asks() {
    subscriber.tick().await().indefinitely();
  }

  private void asksWhenItIsTime() throws SQLException {
    execute("UPDATE ingest.websub_subscription SET next_attempt_at = now()");
    asks();
  }

  private static ValidatableResponse subscription(String feed) {
    return operator().get("/api/v1/feeds/" + feed + "/subscription").then();
  }

  private static Instant nextPoll(String feed) {
    return Instant.parse(
        operator().get("/api/v1/feeds/" + feed).then().extract().path("nextPollAt"));
  }

  @Test
  void theHubThatAFeedNamesIsAskedToPushIt() {
    String feed = namesHub(hub.url());
    subscription(feed).statusCode(200).body("state", equalTo("pending"));

    asks();

    Hub.Asked asked = hub.last();
    assertEquals("subscribe", asked.of("mode"));
    assertEquals(world.url("/self"), asked.of("topic"));
    assertEquals("864000", asked.of("lease_seconds"));
    assertTrue(asked.of("callback").startsWith(Hub.BASE + "/websub/"), asked.of("callback"));
    assertEquals(4, UUID.fromString(asked.path().substring("/websub/".length())).version());
    assertTrue(asked.of("secret").matches("[0-9a-f]{64}"), asked.of("secret"));
    asks();
    assertEquals(1, hub.asked().size());
  }

  @Test
  void aVerificationOfWhatWasAskedIsAnsweredWithItsChallengeAndBeginsTheLease() {
    String feed = namesHub(hub.url());
    asks();

    hub.verifies()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("X-Content-Type-Options", "nosniff")
        .body(equalTo("a-challenge<script>"));

    Instant leaseUntil =
        Instant.parse(
            subscription(feed)
                .body("state", equalTo("active"))
                .body("hub", equalTo(hub.url()))
                .body("reason", nullValue())
                .extract()
                .path("leaseUntil"));
    assertTrue(
        Duration.between(Instant.now().plus(Duration.ofDays(10)), leaseUntil).abs().toMinutes()
            < 1);
  }

  @Test
  void neitherSecretNorCallbackIsShown() {
    String feed = isSubscribed();

    String shown = subscription(feed).extract().asString();

    assertFalse(shown.contains(hub.last().of("secret")), shown);
    assertFalse(shown.contains(hub.last().path()), shown);
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe,   https://other.example/feed, 864000",
    "unsubscribe, SELF,                       864000",
    "publish,     SELF,                       864000",
    "subscribe,   SELF,                       ''",
    "subscribe,   SELF,                       0",
    "subscribe,   SELF,                       -5",
    "subscribe,   SELF,                       99999999999999999999",
    "subscribe,   '',                         864000"
  })
  void aVerificationOfWhatWasNotAskedIsNotConfirmed(String mode, String topic, String lease) {
    String feed = namesHub(hub.url());
    asks();

    hub.verifies(mode, topic.equals("SELF") ? hub.last().of("topic") : topic, lease)
        .statusCode(404)
        .body(not(containsString("a-challenge")));

    subscription(feed).body("state", equalTo("pending"));
  }

  @Test
  void aVerificationBeforeAnythingWasAskedIsNotConfirmed() throws SQLException {
    String feed = namesHub(hub.url());
    String id = value("SELECT id FROM ingest.websub_subscription");

    given()
        .queryParam("hub.mode", "subscribe")
        .queryParam("hub.topic", world.url("/self"))
        .queryParam("hub.challenge", "c")
        .queryParam("hub.lease_seconds", "60")
        .get("/websub/" + id)
        .then()
        .statusCode(404);

    subscription(feed).body("state", equalTo("pending"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "no-uuid"})
  void callbacksThatNobodyWasGivenAreNotThere(String id) {
    given()
        .queryParam("hub.mode", "subscribe")
        .queryParam("hub.topic", "a\0b")
        .get("/websub/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void aDenialIsKeptWithItsReasonAndPollingGoesOnAtOnce() throws SQLException {
    String feed = isSubscribed();

    hub.denies("you are\nnot\0 welcome").statusCode(200);

    subscription(feed)
        .body("state", equalTo("denied"))
        .body("reason", equalTo("you are not welcome"))
        .body("leaseUntil", nullValue());
    assertFalse(nextPoll(feed).isAfter(Instant.now()));
    hub.verifies().statusCode(404);
    hub.pushes("<rss/>").statusCode(410);
    asks();
    assertEquals(1, hub.asked().size());
    asksWhenItIsTime();
    assertEquals(2, hub.asked().size());
    subscription(feed).body("state", equalTo("pending"));
  }

  @Test
  void aLeaseIsRenewedBeforeItEndsUnderTheSameCallbackAndSecret() throws SQLException {
    String feed = isSubscribed();
    String before = subscription(feed).extract().path("leaseUntil");
    String renewal =
        value(
            "SELECT (next_attempt_at < lease_until AND next_attempt_at > now())::text"
                + " FROM ingest.websub_subscription");

    asksWhenItIsTime();
    subscription(feed).body("state", equalTo("active"));
    hub.verifies().statusCode(200);

    assertEquals("true", renewal);
    assertEquals(hub.asked().get(0).fields(), hub.asked().get(1).fields());
    subscription(feed).body("state", equalTo("active")).body("leaseUntil", not(equalTo(before)));
  }

  @Test
  void aLeaseThatRanOutIsAskedForAgainAndTheFeedIsPolledAtOnce() throws SQLException {
    String feed = isSubscribed();
    execute("UPDATE ingest.websub_subscription SET lease_until = now() - interval '1 second'");

    asks();

    subscription(feed).body("state", equalTo("pending")).body("leaseUntil", nullValue());
    assertEquals(2, hub.asked().size());
    assertFalse(nextPoll(feed).isAfter(Instant.now()));
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aHubThatSendsElsewhereIsAskedThere(int status) {
    Hub elsewhere = new Hub(world, "/elsewhere");
    hub.answers(status, "", "Location", "/elsewhere");

    String feed = namesHub(hub.url());
    asks();
    elsewhere.verifies().statusCode(200);

    assertEquals(hub.last().fields(), elsewhere.last().fields());
    subscription(feed).body("state", equalTo("active"));
  }

  @Test
  void aHubThatSendsInCirclesIsGivenUp() {
    hub.answers(308, "", "Location", "/hub");

    String feed = namesHub(hub.url());
    asks();

    assertEquals(6, hub.asked().size());
    subscription(feed).body("state", equalTo("pending")).body("reason", containsString("308"));
  }

  @Test
  void aHubThatRefusesIsAskedAgainLaterAndLater() throws SQLException {
    hub.answers(503, "come back later");
    String pause =
        "SELECT round(extract(epoch FROM next_attempt_at - now()) / 60)"
            + " FROM ingest.websub_subscription";
    String feed = namesHub(hub.url());

    asks();

    subscription(feed)
        .body("state", equalTo("pending"))
        .body("reason", equalTo(hub.url() + " answers 503: come back later"));
    assertEquals("5", value(pause));
    asksWhenItIsTime();
    assertEquals("10", value(pause));
    hub.answers(202, "");
    asksWhenItIsTime();
    hub.verifies().statusCode(200);
    subscription(feed).body("state", equalTo("active")).body("reason", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/hub, cannot be reached",
    "http://10.0.0.1/hub,    10.0.0.1",
    "http://hub.invalid/,    not known to DNS"
  })
  void aHubThatCannotOrMustNotBeReachedLeavesTheFeedPolled(String url, String why) {
    String feed = namesHub(url);

    asks();

    subscription(feed).body("state", equalTo("pending")).body("reason", containsString(why));
    assertEquals("READ", polls(feed).get("outcome"));
  }

  @Test
  void whenTheFeedIsForgottenTheHubIsToldAndItsConfirmationEndsIt() throws SQLException {
    String feed = isSubscribed();
    operator().delete("/api/v1/feeds/" + feed).then().statusCode(204);
    hub.pushes("<rss/>").statusCode(410);

    asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    assertEquals(hub.asked().get(0).path(), hub.last().path());
    hub.verifies("subscribe", hub.last().of("topic"), "60").statusCode(404);
    hub.verifies().statusCode(200).body(equalTo("a-challenge<script>"));
    assertEquals("0", value("SELECT count(*) FROM ingest.websub_subscription"));
  }

  @Test
  void whenTheFeedIsDisabledTheHubIsTold() {
    String feed = isSubscribed();
    operator()
        .body(Map.of("url", world.url("/feed"), "enabled", false))
        .put("/api/v1/feeds/" + feed)
        .then()
        .statusCode(200);

    asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    subscription(feed).statusCode(404);
  }

  @Test
  void aHubThatDoesNotConfirmTheEndIsLeftToItsLease() throws SQLException {
    String feed = isSubscribed();
    operator().delete("/api/v1/feeds/" + feed).then().statusCode(204);

    asks();
    for (int i = 0; i < 7; i++) {
      asksWhenItIsTime();
    }

    assertEquals("0", value("SELECT count(*) FROM ingest.websub_subscription"));
    assertEquals(5, hub.asked().stream().filter(a -> a.of("mode").equals("unsubscribe")).count());
  }

  @Test
  void aFeedThatNamesAnotherHubIsMovedThere() {
    String feed = isSubscribed();
    Hub other = new Hub(world, "/other");
    world.at(
        "/feed",
        body(
            "application/rss+xml",
            Rss.feed("F", Rss.item("g1", "", "One", "")),
            "Link",
            "<" + other.url() + ">; rel=hub"));

    polls(feed);
    asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    assertEquals("subscribe", other.last().of("mode"));
    assertEquals(world.url("/feed"), other.last().of("topic"));
    assertNotEquals(hub.last().path(), other.last().path());
    assertNotEquals(hub.asked().get(0).of("secret"), other.last().of("secret"));
    subscription(feed).body("hub", equalTo(other.url()));
  }

  @Test
  void aFeedThatNamesNoHubAnyMoreIsUnsubscribed() {
    String feed = isSubscribed();
    world.at("/feed", body("application/rss+xml", Rss.feed("F")));

    polls(feed);
    asks();

    assertEquals("unsubscribe", hub.last().of("mode"));
    subscription(feed)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("no hub pushes it"));
  }

  @Test
  void noTwoReplicasAskForOneSubscription() {
    List<String> feeds =
        IntStream.range(0, 40).mapToObj(i -> follows("https://replicas.example/" + i)).toList();
    feeds.forEach(
        feed ->
            subscriptions
                .follow(
                    UUID.fromString(feed),
                    Optional.of(
                        new Offer(
                            URI.create(hub.url()), URI.create("https://replicas.example/" + feed))))
                .await()
                .indefinitely());

    List<UUID> claimed =
        Uni.join()
            .all(IntStream.range(0, 12).mapToObj(i -> due.claim(7)).toList())
            .andFailFast()
            .await()
            .indefinitely()
            .stream()
            .flatMap(List::stream)
            .map(Subscription::id)
            .toList();

    int left = due.claim(100).await().indefinitely().size();
    assertEquals(claimed.stream().distinct().count(), claimed.size());
    assertEquals(40, claimed.size() + left);
    assertEquals(List.of(), due.claim(100).await().indefinitely());
  }
}
