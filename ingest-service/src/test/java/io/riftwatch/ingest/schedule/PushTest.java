package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Hub.pushes;
import static io.riftwatch.ingest.Hub.signature;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bodies that hubs push, and of polling beside them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushTest {

  private static final String SECRET = "0123456789abcdef";

  private final OutletServer outlet = new OutletServer();
  private String feed;
  private String callback;

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject PushIntake intake;
  @Inject FeedClaims claims;

  /** A feed that was polled, and whose hub began to push it an hour ago. */
  @BeforeEach
  void subscribed() throws SQLException {
    execute("DELETE FROM ingest.feed");
    execute("DELETE FROM ingest.websub_subscription");
    publishes();
    feed = follows(Map.of("url", outlet.url("/feed"), "pollInterval", "PT15M"));
    polls(feed);
    UUID id = UUID.randomUUID();
    callback = "/websub/" + id;
    execute(
        """
        UPDATE ingest.websub_subscription SET id = '%s', secret = '%s', state = 'ACTIVE',
          asked_at = now() - interval '1 hour', verified_at = now() - interval '1 hour',
          lease_until = now() + interval '1 day', next_attempt_at = now() + interval '1 day'
        """
            .formatted(id, SECRET));
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

  private void publishes(String... items) {
    outlet.at(
        "/feed",
        body(
            "application/rss+xml",
            Rss.feed("F", items),
            "Link",
            "<https://hub.example/>; rel=hub, </feed>; rel=self"));
  }

  private static String item(String name) {
    return Rss.item(name, "", name, "");
  }

  private void pushed(String... items) {
    String body = Rss.feed("F", items);
    pushes(callback, body, signature("sha256", body, SECRET)).statusCode(202);
  }

  private void takes() {
    intake.tick().await().indefinitely();
  }

  private List<String> titles() {
    return operator()
        .get("/api/v1/articles?feed=" + feed)
        .then()
        .extract()
        .jsonPath()
        .getList("items.title");
  }

  private Duration untilNextPoll() {
    String next = operator().get("/api/v1/feeds/" + feed).then().extract().path("nextPollAt");
    return Duration.between(Instant.now(), Instant.parse(next));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void whatIsSignedAndPushedBecomesArticles(String method) {
    String body = Rss.feed("F", item("Pushed " + method));

    pushes(callback, body, signature(method, body, SECRET)).statusCode(202);
    takes();

    await().until(() -> titles().equals(List.of("Pushed " + method)));
    assertEquals(1, ArticleLog.holding(broker, feed).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha256=00",
        "sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "md5=d41d8cd98f00b204e9800998ecf8427e",
        "nonsense"
      })
  void whatIsNotSignedIsDroppedUnsaid(String signature) {
    pushes(callback, Rss.feed("F", item("Forged")), signature).statusCode(202);
    pushed(item("True"));
    takes();

    await().until(() -> titles().equals(List.of("True")));
    operator()
        .get("/api/v1/feeds/" + feed + "/subscription")
        .then()
        .body("lastPushAt", notNullValue());
  }

  @Test
  void aSignatureOfAnotherBodyOrUnderAnotherSecretIsNone() {
    String body = Rss.feed("F", item("Forged"));

    pushes(callback, body, signature("sha256", body + " ", SECRET)).statusCode(202);
    pushes(callback, body, signature("sha256", body, "another")).statusCode(202);
    pushed(item("True"));
    takes();

    await().until(() -> titles().equals(List.of("True")));
  }

  @Test
  void pollingRestsWhileTheHubPushes() {
    assertTrue(untilNextPoll().toMinutes() <= 15);

    pushed(item("One"));
    takes();

    await().until(() -> untilNextPoll().toHours() >= 5);
    publishes(item("One"));
    polls(feed);
    assertTrue(untilNextPoll().toHours() >= 5, untilNextPoll().toString());
  }

  @Test
  void aHubThatKeepsNewsBackIsNotReliedOnUntilItPushes() {
    pushed(item("One"));
    takes();
    await().until(() -> untilNextPoll().toHours() >= 5);

    publishes(item("One"), item("Kept back"));
    polls(feed);

    assertTrue(untilNextPoll().toMinutes() <= 15, untilNextPoll().toString());
    operator()
        .get("/api/v1/feeds/" + feed + "/subscription")
        .then()
        .body("state", equalTo("active"))
        .body("quietSince", notNullValue());
    polls(feed);
    assertTrue(untilNextPoll().toMinutes() <= 15, untilNextPoll().toString());
    pushed(item("Two"));
    operator()
        .get("/api/v1/feeds/" + feed + "/subscription")
        .then()
        .body("quietSince", nullValue());
    takes();
    await().until(() -> untilNextPoll().toHours() >= 5);
  }

  @Test
  void aPushThatIsNoFeedMakesTheFeedDueAtOnce() {
    pushed(item("One"));
    takes();
    await().until(() -> untilNextPoll().toHours() >= 5);
    String garbage = "<html><body>Moved</body></html>";

    pushes(callback, garbage, signature("sha256", garbage, SECRET)).statusCode(202);
    takes();

    await().until(() -> untilNextPoll().toMillis() <= 0);
  }

  @Test
  void aPushWhosePagesAreOwedHasTheFeedReadSoon() throws SQLException {
    execute("UPDATE ingest.feed SET next_poll_at = now() + interval '6 hours', etag = '\"1\"'");
    outlet.at("/page", status(500));

    pushed(Rss.item("g", outlet.url("/page"), "Owed", ""));
    takes();

    await().until(() -> untilNextPoll().toMinutes() <= 15);
    operator().get("/api/v1/feeds/" + feed).then().body("etag", nullValue());
    outlet.at("/page", body("text/html", "<article><p>" + "Text. ".repeat(50) + "</p></article>"));
    publishes(Rss.item("g", outlet.url("/page"), "Owed", ""));
    polls(feed);
    assertEquals(List.of("Owed"), titles());
  }

  @Test
  void aPushWaitsForThePollThatIsUnderWay() throws SQLException {
    ClaimedFeed polled = claims.claim(UUID.fromString(feed)).await().indefinitely().orElseThrow();
    pushed(item("Late"));

    takes();
    assertEquals(List.of(), titles());
    claims.release(List.of(polled.claim())).await().indefinitely();
    takes();

    await().until(() -> titles().equals(List.of("Late")));
  }

  @Test
  void pushesAreReadInTheOrderTheyCame() {
    pushed(Rss.item("g", "", "First", "Text"));
    pushed(Rss.item("g", "", "Second", "Text"));

    await()
        .until(
            () -> {
              takes();
              return titles().equals(List.of("Second"));
            });

    assertEquals(
        List.of(1L, 1L),
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                revision ->
                    ArticleLog.holding(broker, feed).stream()
                        .filter(r -> r.value().contains("\"revision\":" + revision))
                        .count())
            .toList());
  }

  @Test
  void aPushThatCameWhileTheLogWasAwayIsTakenAfterwards() throws SQLException {
    broker.stop();
    try {
      pushed(item("Kept"));
      takes();
      await().until(() -> isPutOff());
      assertEquals(List.of(), titles());
    } finally {
      broker.start();
    }

    await()
        .until(
            () -> {
              execute("UPDATE ingest.websub_push SET due_at = now()");
              takes();
              return titles().equals(List.of("Kept"));
            });
  }

  private boolean isPutOff() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("SELECT FROM ingest.websub_push WHERE due_at > received_at")
          .next();
    }
  }

  @Test
  void pastManyThatWaitTheFeedIsPolledInstead() throws SQLException {
    for (int i = 0; i < 10; i++) {
      pushed(item("Item " + i));
    }
    assertTrue(untilNextPoll().toMillis() > 0);

    pushed(item("Item 10"));

    assertFalse(untilNextPoll().toMillis() > 0);
  }

  @Test
  void aBodyPastTheLimitIsRefused() {
    String body = "x".repeat(5 * 1024 * 1024 + 1);

    pushes(callback, body, signature("sha1", body, SECRET)).statusCode(413);
  }

  @Test
  void pushesAreCounted() {
    pushed(item("Counted"));

    operator()
        .get("/q/metrics")
        .then()
        .body(containsString("riftwatch_ingest_websub_pushes_total{outcome=\"kept\"}"))
        .body(containsString("riftwatch_ingest_parse_seconds_count{result=\"readable\"}"))
        .body(
            containsString("riftwatch_ingest_publish_seconds_count{topic=\"riftwatch.articles\"}"))
        .body(containsString("riftwatch_ingest_pages_total{outcome=\"not_wanted\"}"))
        .body(containsString("riftwatch_ingest_extract_seconds_count"));
  }
}
