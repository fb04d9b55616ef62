package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Hub.pushes;
import static io.riftwatch.ingest.Hub.signature;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.OutletServer.body;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.Rss;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bodies that hubs push. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushTest {

  private PushDesk desk;

  EmbeddedDatabase database;
  EmbeddedBroker broker;
  @Inject PushIntake intake;
  @Inject FeedClaims claims;

  @BeforeEach
  void open() throws SQLException {
    desk = new PushDesk(database, intake);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void whatIsSignedAndPushedBecomesArticles(String method) {
    String body = Rss.feed("F", PushDesk.item("Pushed " + method));

    pushes(desk.callback, body, signature(method, body, PushDesk.SECRET)).statusCode(202);
    desk.takes();

    await().until(() -> desk.titles().equals(List.of("Pushed " + method)));
    assertEquals(1, ArticleLog.holding(broker, desk.feed).size());
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
    pushes(desk.callback, Rss.feed("F", PushDesk.item("Forged")), signature).statusCode(202);
    desk.pushed(PushDesk.item("True"));
    desk.takes();

    await().until(() -> desk.titles().equals(List.of("True")));
    operator()
        .get("/api/v1/feeds/" + desk.feed + "/subscription")
        .then()
        .body("lastPushAt", notNullValue());
  }

  @Test
  void aSignatureOfAnotherBodyOrUnderAnotherSecretIsNone() {
    String body = Rss.feed("F", PushDesk.item("Forged"));

    pushes(desk.callback, body, signature("sha256", body + " ", PushDesk.SECRET)).statusCode(202);
    pushes(desk.callback, body, signature("sha256", body, "another")).statusCode(202);
    desk.pushed(PushDesk.item("True"));
    desk.takes();

    await().until(() -> desk.titles().equals(List.of("True")));
  }

  @Test
  void aPushWaitsForThePollThatIsUnderWay() throws SQLException {
    ClaimedFeed polled =
        claims.claim(UUID.fromString(desk.feed)).await().indefinitely().orElseThrow();
    desk.pushed(PushDesk.item("Late"));

    desk.takes();
    assertEquals(List.of(), desk.titles());
    claims.release(List.of(polled.claim())).await().indefinitely();
    desk.takes();

    await().until(() -> desk.titles().equals(List.of("Late")));
  }

  @Test
  void pushesAreReadInTheOrderTheyCame() {
    desk.pushed(Rss.item("g", "", "First", "Text"));
    desk.pushed(Rss.item("g", "", "Second", "Text"));

    await()
        .until(
            () -> {
              desk.takes();
              return desk.titles().equals(List.of("Second"));
            });

    assertEquals(
        List.of(1L, 1L),
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                revision ->
                    ArticleLog.holding(broker, desk.feed).stream()
                        .filter(r -> r.value().contains("\"revision\":" + revision))
                        .count())
            .toList());
  }

  @Test
  void aPushThatCameWhileTheLogWasAwayIsTakenAfterwards() throws SQLException {
    broker.stop();
    try {
      desk.pushed(PushDesk.item("Kept"));
      desk.takes();
      await().until(() -> desk.isPutOff());
      assertEquals(List.of(), desk.titles());
    } finally {
      broker.start();
    }

    await()
        .until(
            () -> {
              desk.execute("UPDATE ingest.websub_push SET due_at = now()");
              desk.takes();
              return desk.titles().equals(List.of("Kept"));
            });
  }

  @Test
  void aBodyPastTheLimitIsRefused() {
    String body = "x".repeat(5 * 1024 * 1024 + 1);

    pushes(desk.callback, body, signature("sha1", body, PushDesk.SECRET)).statusCode(413);
  }

  @Test
  void pushesAreCounted() {
    desk.pushed(PushDesk.item("Counted"));

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
