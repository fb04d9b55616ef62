package io.riftwatch.classify.release;

import static io.riftwatch.classify.Rest.delete;
import static io.riftwatch.classify.Rest.get;
import static io.riftwatch.classify.Rest.operator;
import static io.riftwatch.classify.Rest.post;
import static io.riftwatch.classify.Rest.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RulePackResourceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BUILT_IN = EnglishPack.builtInVersion();

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject PacksInForce inForce;

  @AfterEach
  void goBackToTheBuiltInPack() {
    post("rulepacks/en/" + BUILT_IN + "/activation").then().statusCode(200);
  }

  @Test
  void thePacksInForceAreListed() {
    get("rulepacks")
        .then()
        .statusCode(200)
        .body("items.language", hasItems("en", "fr"))
        .body("items.find { it.version == '" + BUILT_IN + "' }.state", equalTo("ACTIVE"))
        .body("items.find { it.version == '" + BUILT_IN + "' }.origin", equalTo("BUILT_IN"))
        .body("items[0].triggers", greaterThan(20))
        .body("items[0].states", greaterThan(190));
  }

  @Test
  void aLinguistBeginsFromTheFilesOfTheBuiltInPack() {
    Map<String, String> files = read("rulepacks/en/" + BUILT_IN).getMap("files");

    assertEquals(EnglishPack.builtIn().files(), files);
  }

  @Test
  void anUploadIsADraftUntilItIsPutInForceAndServesUntilItIsRolledBack() {
    String version = EnglishPack.zapping().upload();
    String other = EnglishPack.zapping().upload();
    assertEquals("DRAFT", state(version));
    assertEquals(0, zaps());

    post("rulepacks/en/" + version + "/activation")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));
    assertEquals("RETIRED", state(BUILT_IN));
    assertEquals(1, zaps());
    post("rulepacks/en/" + other + "/activation").then().statusCode(200);
    assertEquals("RETIRED", state(version));

    post("rulepacks/en/rollback").then().statusCode(200).body("version", equalTo(version));
    assertEquals("ACTIVE", state(version));
    assertEquals(1, zaps());
    post("rulepacks/en/rollback").then().statusCode(200).body("version", equalTo(BUILT_IN));
    assertEquals(0, zaps());

    JsonPath first = read("rulepacks/en/activations?limit=3");
    JsonPath rest = read("rulepacks/en/activations?limit=1&cursor=" + first.getString("next"));
    assertEquals(List.of(BUILT_IN, version, other), first.getList("items.version"));
    assertEquals(List.of("ROLLBACK", "ROLLBACK", "ACTIVATION"), first.getList("items.kind"));
    assertEquals(List.of(version), rest.getList("items.version"));
  }

  @Test
  void anActivationOnAnotherReplicaIsServedSoon() throws Exception {
    String version = EnglishPack.zapping().upload();

    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into classify.activations (language, version, built_in, kind, activated_at)"
              + " values ('en', '"
              + version
              + "', false, 'ACTIVATION', now())");
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertEquals(1, zaps()));
  }

  @Test
  void noArticleIsLostOrCodedByHalvesWhilePacksChange() {
    List<String> versions = List.of(EnglishPack.zapping().upload(), EnglishPack.zapping().upload());
    String text =
        "BAMAKO - Mali on Thursday expelled two French diplomats and suspended its military"
            + " cooperation with France, the foreign ministry said.";
    int measures = measures(text);
    List<String> articles = new ArrayList<>();
    try (Wire wire = new Wire(broker)) {
      for (int i = 0; i < 40; i++) {
        String id = UUID.randomUUID().toString();
        articles.add(id);
        wire.send(Wire.article(id, "2025-09-18T10:00:00Z", "A report", text));
        if (i % 5 == 0) {
          post("rulepacks/en/" + versions.get(i / 5 % 2) + "/activation").then().statusCode(200);
        }
        if (i % 10 == 9) {
          post("rulepacks/en/" + BUILT_IN + "/activation").then().statusCode(200);
        }
      }

      for (String id : articles) {
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  List<Signal> signals = wire.signalsOf(id);
                  return signals.size() == measures
                      && signals.stream().map(Signal::rulepack).distinct().count() == 1;
                });
      }
    }
  }

  @Test
  void thePacksInForceServeWhileTheDatabaseIsAway() throws Exception {
    String version = EnglishPack.zapping().upload();
    post("rulepacks/en/" + version + "/activation").then().statusCode(200);

    database.stop();
    try {
      inForce.poll().await().atMost(PATIENCE);
      assertEquals(1, zaps());
    } finally {
      database.start();
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertEquals(200, get("rulepacks").statusCode()));
  }

  @Test
  void aPackWithMistakesIsRefusedWithAllOfThem() {
    EnglishPack mistaken =
        EnglishPack.zapping()
            .version("en-mistaken")
            .trigger("id: one", "type: EXPULSON", "verb: [zip]")
            .replace("states.yaml", "capitals:", "capitols:");

    post("rulepacks", Map.of("files", mistaken.files()))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", containsString("and 1 more"))
        .body("mistakes.file", hasItems("triggers.yaml", "states.yaml"))
        .body("mistakes.line", hasItems(mistaken.lineOf("states.yaml", "capitols:")))
        .body("mistakes.message", hasItems(containsString("did you mean 'EXPULSION'")));
    get("rulepacks/en/en-mistaken").then().statusCode(404);
  }

  @Test
  void aPackIsUploadedAsAnArchive() throws IOException {
    String version = "en-" + UUID.randomUUID();
    EnglishPack pack = EnglishPack.zapping().version(version);
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("en/"));
      zip.putNextEntry(new ZipEntry("en/.DS_Store"));
      zip.write(0xff);
      for (Map.Entry<String, String> file : pack.files().entrySet()) {
        zip.putNextEntry(new ZipEntry("en/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }

    zipped(archive.toByteArray()).then().statusCode(201).body("version", equalTo(version));

    assertEquals(pack.files(), read("rulepacks/en/" + version).getMap("files"));
    zipped("no archive".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("detail", containsString("no ZIP archive"));
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("pack.yaml"));
      zip.write(new byte[100_000_000]);
    }

    zipped(bomb.toByteArray())
        .then()
        .statusCode(400)
        .body("detail", containsString("longer than 4000000 bytes"));
  }

  private static Response zipped(byte[] archive) {
    return operator().contentType("application/zip").body(archive).post("/api/v1/rulepacks");
  }

  @Test
  void aVersionIsNeverChanged() {
    String version = EnglishPack.zapping().upload();

    post("rulepacks", Map.of("files", EnglishPack.zapping().version(version).files()))
        .then()
        .statusCode(409)
        .body("detail", containsString("raise 'version'"));
    post("rulepacks", Map.of("files", EnglishPack.zapping().version(BUILT_IN).files()))
        .then()
        .statusCode(409);
  }

  @Test
  void anUploadThatMakesNoSenseIsRefused() {
    post("rulepacks", Map.of("files", Map.of())).then().statusCode(400);
    post(
            "rulepacks",
            Map.of("language", "fr", "files", EnglishPack.zapping().version("en-fr").files()))
        .then()
        .statusCode(400)
        .body("detail", containsString("pack.yaml says en"));
    post(
            "rulepacks",
            Map.of(
                "files", EnglishPack.zapping().append("cues.yaml", "#".repeat(4_000_000)).files()))
        .then()
        .statusCode(413);
    get("rulepacks/en/activations?cursor=x").then().statusCode(400);
  }

  @Test
  void onlyDraftsAreDeleted() {
    String draft = EnglishPack.zapping().upload();
    String active = EnglishPack.zapping().upload();
    post("rulepacks/en/" + active + "/activation").then().statusCode(200);

    delete("rulepacks/en/" + draft).then().statusCode(204);
    get("rulepacks/en/" + draft).then().statusCode(404);
    delete("rulepacks/en/" + active).then().statusCode(409);
    delete("rulepacks/en/" + BUILT_IN).then().statusCode(409);
    delete("rulepacks/en/none").then().statusCode(404);
    post("rulepacks/en/none/activation").then().statusCode(404);
    post("rulepacks/qq/rollback").then().statusCode(409);
  }

  private static String state(String version) {
    return read("rulepacks").getString("items.find { it.version == '" + version + "' }.state");
  }

  private static int zaps() {
    return measures("BAMAKO - Mali zapped two French diplomats on Friday.");
  }

  private static int measures(String text) {
    return post("classifications", Map.of("title", "A report", "text", text))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("signals")
        .size();
  }
}
