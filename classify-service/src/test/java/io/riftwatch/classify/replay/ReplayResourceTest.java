package io.riftwatch.classify.replay;

import static io.riftwatch.classify.Rest.delete;
import static io.riftwatch.classify.Rest.get;
import static io.riftwatch.classify.Rest.post;
import static io.riftwatch.classify.Rest.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.release.EnglishPack;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReplayResourceTest {

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
  void anApprovedReplayCorrectsWhatWasPublished() {
    String gained = send("2012-01-01", "BAMAKO - Mali zapped two French diplomats on Friday.", 0);
    String lost = send("2012-01-02", "BAMAKO - Mali expelled two French diplomats on Friday.", 1);
    String changed =
        send("2012-01-03", "MINSK - Belarus deported three Polish diplomats on Friday.", 1);
    String same = send("2012-01-04", "QUITO - Ecuador severed relations with Mexico on Friday.", 1);
    String version =
        EnglishPack.zapping()
            .replace("triggers.yaml", "      - expel\n", "")
            .replace("pack.yaml", "three: 3", "three: 4")
            .upload();

    String replay = begin(version, "2012-01");
    JsonPath coded = awaitState(replay, "CODED");
    assertEquals(
        List.of(4, 4, 1, 1, 1, 0),
        List.of(
            coded.getInt("articles"),
            coded.getInt("coded"),
            coded.getInt("gained"),
            coded.getInt("lost"),
            coded.getInt("changed"),
            coded.getInt("published")));
    assertEquals(
        List.of("CHANGED", "LOST", "GAINED"),
        read("replays/" + replay + "/differences").getList("items.kind"));
    assertEquals(0, wire.signalsOf(gained).size());

    post("replays/" + replay + "/approval").then().statusCode(200);
    assertEquals(3, awaitState(replay, "PUBLISHED").getInt("published"));

    await().atMost(PATIENCE).until(() -> wire.signalsOf(changed).size() == 2);
    assertEquals(List.of(3, 4), wire.signalsOf(changed).stream().map(Signal::count).toList());
    assertEquals(
        List.of(false, true), wire.signalsOf(lost).stream().map(Signal::withdrawn).toList());
    Signal stated = wire.signalsOf(gained).get(0);
    assertEquals(version, stated.rulepack());
    assertTrue(stated.correction() > 0);
    assertEquals(1, wire.signalsOf(same).size());
    String withdrawn = wire.signalsOf(lost).get(0).id();
    await()
        .atMost(PATIENCE)
        .until(() -> get("signals/" + withdrawn).jsonPath().getBoolean("withdrawn"));
    await().atMost(PATIENCE).until(() -> get("signals/" + stated.id()).statusCode() == 200);
    String recounted = wire.signalsOf(changed).get(0).id();
    await().atMost(PATIENCE).until(() -> read("signals/" + recounted).getInt("count") == 4);

    post("replays/" + replay + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"));
    assertEquals(List.of(0, 0, 0), differencesOf(begin(version, "2012-01")));
  }

  @Test
  void aCorrectionIsCorrectedByTheNextReplay() {
    String article = send("2012-02-01", "BAMAKO - Mali expelled two French diplomats.", 1);
    String without = EnglishPack.builtIn().replace("triggers.yaml", "      - expel\n", "").upload();
    correct(without, "2012-02");
    await().atMost(PATIENCE).until(() -> stored(article, "withdrawn"), List.of(true)::equals);

    correct(EnglishPack.builtInVersion(), "2012-02");

    await().atMost(PATIENCE).until(() -> stored(article, "withdrawn"), List.of(false)::equals);
    List<Signal> signals = wire.signalsOf(article);
    assertEquals(List.of(false, true, false), signals.stream().map(Signal::withdrawn).toList());
    assertTrue(signals.get(2).supersedes(signals.get(1)));
  }

  @Test
  void anArticleThatIsReadAgainDoesNotUndoACorrection() {
    String text = "BAMAKO - Mali expelled two French diplomats.";
    String article = send("2012-04-01", text, 1);
    correct(
        EnglishPack.builtIn().replace("triggers.yaml", "      - expel\n", "").upload(), "2012-04");
    await().atMost(PATIENCE).until(() -> stored(article, "withdrawn"), List.of(true)::equals);

    wire.send(Wire.article(article, "2012-04-01T10:00:00Z", "A report", text));
    await().atMost(PATIENCE).until(() -> wire.signalsOf(article).size() == 3);
    send("2012-04-02", text, 1);

    assertEquals(List.of(true), stored(article, "withdrawn"));
  }

  @Test
  void aReplayOfADeadReplicaIsGoneOnWithWhereItWas() throws SQLException {
    List<String> articles = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      articles.add(send("2012-03-0" + day, "BAMAKO - Mali zapped two French diplomats.", 0));
    }
    String version = EnglishPack.zapping().upload();
    String replay = UUID.randomUUID().toString();
    execute(
        """
        insert into classify.replays (id, language, version, from_at, to_at, created_at, state,
          articles, coded, place_at, place_id, claim, claimed_until)
        values ('%s', 'en', '%s', '2012-03-01', '2012-04-01', now(), 'CODING',
          3, 1, '2012-03-03T10:00:00Z', '%s', 'dead', now() + interval '2 seconds')
        """
            .formatted(replay, version, articles.get(2)));

    JsonPath coded = awaitState(replay, "CODED");

    assertEquals(3, coded.getInt("coded"));
    assertEquals(2, coded.getInt("gained"));
    assertEquals(
        List.of(articles.get(1), articles.get(0)),
        read("replays/" + replay + "/differences").getList("items.after.source.articleId"));
  }

  @Test
  void publishingThatIsRepeatedChangesNothing() throws SQLException {
    String article = send("2012-05-01", "BAMAKO - Mali zapped two French diplomats.", 0);
    String replay = correct(EnglishPack.zapping().upload(), "2012-05");

    execute(
        "update classify.replays set state = 'PUBLISHING', published = 0, claim = 'dead',"
            + " claimed_until = now() where id = '"
            + replay
            + "'");

    await().atMost(PATIENCE).until(() -> wire.signalsOf(article).size() == 2);
    awaitState(replay, "PUBLISHED");
    List<Signal> signals = wire.signalsOf(article);
    assertEquals(signals.get(0), signals.get(1));
    assertEquals(List.of(signals.get(0).id()), stored(article, "id"));
  }

  @Test
  void differencesAndReplaysArePaged() {
    for (int day = 1; day <= 3; day++) {
      send("2012-06-0" + day, "BAMAKO - Mali zapped two French diplomats.", 0);
    }
    String replay = begin(EnglishPack.zapping().upload(), "2012-06");
    String later = begin(EnglishPack.builtInVersion(), "2012-06");
    awaitState(replay, "CODED");
    String path = "replays/" + replay + "/differences?limit=2";

    JsonPath first = read(path);
    JsonPath second = read(path + "&cursor=" + first.getString("next"));

    assertEquals(List.of(0, 1), first.getList("items.number"));
    assertEquals(List.of(2), second.getList("items.number"));
    assertEquals(null, second.getString("next"));
    assertEquals(0, read(path + "&kind=LOST").getList("items").size());
    JsonPath replays = read("replays?limit=1");
    assertEquals(List.of(later), replays.getList("items.id"));
    assertEquals(
        List.of(replay),
        read("replays?limit=1&cursor=" + replays.getString("next")).getList("items.id"));
    get(path + "&kind=MOVED").then().statusCode(400);
    get(path + "&cursor=x").then().statusCode(400);
    get("replays?cursor=x").then().statusCode(400);
  }

  @Test
  void aDiscardedReplayIsGoneAndPublishesNothing() {
    String article = send("2012-07-01", "BAMAKO - Mali zapped two French diplomats.", 0);
    String replay = begin(EnglishPack.zapping().upload(), "2012-07");
    awaitState(replay, "CODED");

    delete("replays/" + replay).then().statusCode(204);

    get("replays/" + replay).then().statusCode(404);
    get("replays/" + replay + "/differences").then().statusCode(404);
    post("replays/" + replay + "/approval").then().statusCode(404);
    delete("replays/" + replay).then().statusCode(404);
    assertEquals(0, wire.signalsOf(article).size());
  }

  @Test
  void aReplayWhoseRulePackIsGoneFailsAndSaysSo() throws SQLException {
    String replay = UUID.randomUUID().toString();
    execute(
        """
        insert into classify.replays (id, language, version, from_at, to_at, created_at, state,
          articles, place_at, place_id)
        values ('%s', 'en', 'gone', '2012-08-01', '2012-09-01', now(), 'CODING', 0, now(), '')
        """
            .formatted(replay));

    JsonPath failed = awaitState(replay, "FAILED");

    assertEquals("the rule pack was deleted", failed.getString("problem"));
    post("replays/" + replay + "/approval").then().statusCode(409);
  }

  @Test
  void aReplayThatMakesNoSenseIsRefused() {
    post("replays", Map.of("language", "en", "version", "none"))
        .then()
        .statusCode(400)
        .body("detail", containsString("no rule pack of en"));
    post("replays", Map.of("language", "en")).then().statusCode(400);
    post(
            "replays",
            Map.of(
                "language",
                "en",
                "version",
                EnglishPack.builtInVersion(),
                "from",
                "2025-01-02T00:00:00Z",
                "to",
                "2025-01-01T00:00:00Z"))
        .then()
        .statusCode(400)
        .body("detail", containsString("no range"));
  }

  /** Sends an article and waits until it is stored, with so many signals. */
  private String send(String day, String text, int signals) {
    String id = UUID.randomUUID().toString();
    wire.send(Wire.article(id, day + "T10:00:00Z", "A report", text));
    await().atMost(PATIENCE).until(() -> stored(id, "id").size() == signals && isStored(id));
    return id;
  }

  private boolean isStored(String article) {
    return !query("select id from classify.articles where id = '" + article + "'").isEmpty();
  }

  private List<Object> stored(String article, String column) {
    return query(
        "select " + column + " from classify.signals where article_id = '" + article + "'");
  }

  private static String begin(String version, String month) {
    return post(
            "replays",
            Map.of(
                "language",
                "en",
                "version",
                version,
                "from",
                month + "-01T00:00:00Z",
                "to",
                month + "-28T00:00:00Z"))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private static String correct(String version, String month) {
    String replay = begin(version, month);
    awaitState(replay, "CODED");
    post("replays/" + replay + "/approval").then().statusCode(200);
    awaitState(replay, "PUBLISHED");
    return replay;
  }

  private static List<Integer> differencesOf(String replay) {
    JsonPath coded = awaitState(replay, "CODED");
    return List.of(coded.getInt("gained"), coded.getInt("lost"), coded.getInt("changed"));
  }

  private static JsonPath awaitState(String replay, String state) {
    return await()
        .atMost(PATIENCE)
        .until(() -> read("replays/" + replay), found -> found.getString("state").equals(state));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Object> query(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Object> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getObject(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
