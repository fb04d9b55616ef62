package io.riftwatch.classify.trial;

import static io.riftwatch.classify.Rest.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.release.EnglishPack;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TrialResourceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  private Wire wire;

  @BeforeEach
  void open() {
    wire = new Wire(broker);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void aTrialShowsWhatThePackWouldGainLoseAndChange() {
    send("2011-03-01T10:00:00Z", "BAMAKO - Mali zapped two French diplomats on Friday.");
    send("2011-03-02T10:00:00Z", "BAMAKO - Mali expelled two French diplomats on Friday.");
    send("2011-03-03T10:00:00Z", "MINSK - Belarus deported three Polish diplomats on Friday.");
    EnglishPack pack =
        EnglishPack.zapping()
            .replace("triggers.yaml", "      - expel\n", "")
            .replace("pack.yaml", "three: 3", "three: 4");
    String version = pack.upload();
    String range = "\"from\": \"2011-03-01T00:00:00Z\", \"to\": \"2011-04-01T00:00:00Z\"";

    JsonPath trial =
        await().atMost(PATIENCE).until(() -> trial(version, range), t -> t.getInt("stored") == 3);

    assertEquals(3, trial.getInt("coded"));
    assertEquals(EnglishPack.builtInVersion(), trial.getString("inForce"));
    assertEquals(
        List.of(1, 1, 1),
        List.of(trial.getInt("gained"), trial.getInt("lost"), trial.getInt("changed")));
    assertEquals(2, trial.getInt("signals.before"));
    assertEquals(List.of("CHANGED", "LOST", "GAINED"), trial.getList("differences.kind"));
    assertEquals(3, trial.getInt("differences[0].before.count"));
    assertEquals(4, trial.getInt("differences[0].after.count"));
    assertEquals("zap-envoys", trial.getString("differences[2].after.rule"));
    assertEquals(
        List.of("zapped"),
        trial.getList("differences[2].after.evidence.findAll { it.role == 'TRIGGER' }.quote"));
    assertEquals("A report", trial.getString("differences[2].after.source.title"));
  }

  @Test
  void aTrialReadsTheNewestArticlesUpToItsLimit() {
    for (int day = 1; day <= 4; day++) {
      send("2011-05-0" + day + "T10:00:00Z", "BAMAKO - Mali zapped two French diplomats.");
    }
    String version = EnglishPack.zapping().upload();
    String range = "\"from\": \"2011-05-01T00:00:00Z\", \"to\": \"2011-05-05T00:00:00Z\"";
    await().atMost(PATIENCE).until(() -> trial(version, range).getInt("stored") == 4);

    JsonPath trial = trial(version, range + ", \"limit\": 3");

    assertEquals(3, trial.getInt("coded"));
    assertEquals(
        List.of("2011-05-04T10:00:00Z", "2011-05-03T10:00:00Z", "2011-05-02T10:00:00Z"),
        trial.getList("differences.after.source.publishedAt"));
  }

  @Test
  void articlesAreStoredOnceTheDatabaseIsBackAndARecordThatIsNoneIsPassedOver() throws Exception {
    String version = EnglishPack.zapping().upload();
    String range = "\"from\": \"2011-06-01T00:00:00Z\", \"to\": \"2011-07-01T00:00:00Z\"";

    database.stop();
    try {
      wire.send("k", "{\"no\": \"article\"".getBytes(StandardCharsets.UTF_8));
      wire.send(
          Wire.article(
              "k", "2011-06-02T10:00:00Z", "A report", "Mali expelled two French diplomats."));
      await().atMost(PATIENCE).until(() -> wire.signalsOf("k").size() == 1);
    } finally {
      database.start();
    }

    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                post("rulepacks/en/" + version + "/trial", "{" + range + "}")
                        .jsonPath()
                        .getInt("stored")
                    == 1);
  }

  @Test
  void aTrialThatMakesNoSenseIsRefused() {
    String version = EnglishPack.builtInVersion();

    post("rulepacks/en/none/trial", "{}").then().statusCode(404);
    post("rulepacks/en/" + version + "/trial", "{\"limit\": 0}").then().statusCode(400);
    post("rulepacks/en/" + version + "/trial", "{\"from\": \"yesterday\"}")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("from"));
    post("rulepacks/en/" + version + "/trial", "{\"to\": \"1815-06-18T00:00:00Z\"}")
        .then()
        .statusCode(400)
        .body("detail", containsString("no range"));
  }

  private void send(String publishedAt, String text) {
    wire.send(Wire.article(UUID.randomUUID().toString(), publishedAt, "A report", text));
  }

  private static JsonPath trial(String version, String question) {
    return post("rulepacks/en/" + version + "/trial", "{" + question + "}")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
