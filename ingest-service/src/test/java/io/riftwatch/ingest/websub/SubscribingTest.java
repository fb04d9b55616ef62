package io.riftwatch.ingest.websub;

import static io.restassured.RestAssured.given;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.websub.WebsubDesk.subscription;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Hub;
import io.riftwatch.ingest.OutletServer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the feed that names a hub to the hub that pushes it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SubscribingTest {

  private WebsubDesk desk;
  private OutletServer world;
  private Hub hub;

  EmbeddedDatabase database;
  @Inject Subscriber subscriber;
  @Inject DueSubscriptions due;
  @Inject Subscriptions subscriptions;

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
  void theHubThatAFeedNamesIsAskedToPushIt() {
    String feed = desk.namesHub(hub.url());
    subscription(feed).statusCode(200).body("state", equalTo("pending"));

    desk.asks();

    Hub.Asked asked = hub.last();
    assertEquals("subscribe", asked.of("mode"));
    assertEquals(world.url("/self"), asked.of("topic"));
    assertEquals("864000", asked.of("lease_seconds"));
    assertTrue(asked.of("callback").startsWith(Hub.BASE + "/websub/"), asked.of("callback"));
    assertEquals(4, UUID.fromString(asked.path().substring("/websub/".length())).version());
    assertTrue(asked.of("secret").matches("[0-9a-f]{64}"), asked.of("secret"));
    desk.asks();
    assertEquals(1, hub.asked().size());
  }

  @Test
  void aVerificationOfWhatWasAskedIsAnsweredWithItsChallengeAndBeginsTheLease() {
    String feed = desk.namesHub(hub.url());
    desk.asks();

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
    String feed = desk.isSubscribed();

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
    String feed = desk.namesHub(hub.url());
    desk.asks();

    hub.verifies(mode, topic.equals("SELF") ? hub.last().of("topic") : topic, lease)
        .statusCode(404)
        .body(not(containsString("a-challenge")));

    subscription(feed).body("state", equalTo("pending"));
  }

  @Test
  void aVerificationBeforeAnythingWasAskedIsNotConfirmed() throws SQLException {
    String feed = desk.namesHub(hub.url());
    String id = desk.value("SELECT id FROM ingest.websub_subscription");

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

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aHubThatSendsElsewhereIsAskedThere(int status) {
    Hub elsewhere = new Hub(world, "/elsewhere");
    hub.answers(status, "", "Location", "/elsewhere");

    String feed = desk.namesHub(hub.url());
    desk.asks();
    elsewhere.verifies().statusCode(200);

    assertEquals(hub.last().fields(), elsewhere.last().fields());
    subscription(feed).body("state", equalTo("active"));
  }

  @Test
  void aHubThatSendsInCirclesIsGivenUp() {
    hub.answers(308, "", "Location", "/hub");

    String feed = desk.namesHub(hub.url());
    desk.asks();

    assertEquals(6, hub.asked().size());
    subscription(feed).body("state", equalTo("pending")).body("reason", containsString("308"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/hub, cannot be reached",
    "http://10.0.0.1/hub,    10.0.0.1",
    "http://hub.invalid/,    not known to DNS"
  })
  void aHubThatCannotOrMustNotBeReachedLeavesTheFeedPolled(String url, String why) {
    String feed = desk.namesHub(url);

    desk.asks();

    subscription(feed).body("state", equalTo("pending")).body("reason", containsString(why));
    assertEquals("READ", polls(feed).get("outcome"));
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
