package io.riftwatch.classify.verdict;

import static io.riftwatch.classify.Rest.get;
import static io.riftwatch.classify.Rest.post;
import static io.riftwatch.classify.Rest.read;
import static io.riftwatch.classify.verdict.Desk.awaitState;
import static io.riftwatch.classify.verdict.Desk.confirm;
import static io.riftwatch.classify.verdict.Desk.judge;
import static io.riftwatch.classify.verdict.Desk.reject;
import static io.riftwatch.classify.verdict.Desk.seen;
import static io.riftwatch.classify.verdict.Desk.signals;
import static io.riftwatch.classify.verdict.Desk.stored;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.contract.Article;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class VerdictTest {

  /** Of one article alone, so that it can be replayed alone. */
  private static final String JUDGED_AT = "2013-05-07T10:00:00Z";

  EmbeddedBroker broker;
  private Wire wire;
  private final Article article = Desk.article();

  @BeforeEach
  void connect() {
    wire = new Wire(broker);
  }

  @AfterEach
  void disconnect() {
    wire.close();
  }

  private String expulsion() {
    return Desk.id(signals(wire, article), SignalType.EXPULSION);
  }

  private Signal lastOf(int count) {
    return seen(wire, article, count).get(count - 1);
  }

  private static Map<String, ?> corrected(String actor, String target, int count) {
    return Map.of(
        "verdict",
        "CONFIRMED",
        "corrected",
        Map.of(
            "type",
            "EXPULSION",
            "actor",
            actor,
            "target",
            target,
            "status",
            "ACTUAL",
            "count",
            count));
  }

  @Test
  void aRejectedSignalIsWithdrawnAndAConfirmationBringsItBack() {
    String id = expulsion();
    assertEquals("PUBLISHED", stored(id).getString("state"));

    reject(id);
    Signal withdrawn = lastOf(3);
    assertEquals(id, withdrawn.id());
    assertTrue(withdrawn.withdrawn());
    awaitState(id, "REJECTED", true);

    confirm(id);
    Signal back = lastOf(4);
    assertEquals(id, back.id());
    assertTrue(back.supersedes(withdrawn));
    awaitState(id, "CONFIRMED", false);
  }

  @Test
  void theSameVerdictAgainChangesNothing() {
    String id = expulsion();

    JsonPath first = reject(id);
    awaitState(id, "REJECTED", true);
    JsonPath again = reject(id);
    JsonPath other = judge(id, Map.of("verdict", "REJECTED", "note", "a football club"));

    assertEquals(first.getMap(""), again.getMap(""));
    assertTrue(other.getLong("correction") > first.getLong("correction"));
    assertEquals(
        List.of(first.getLong("correction"), other.getLong("correction")),
        seen(wire, article, 4).stream().map(Signal::correction).skip(2).toList());
  }

  @Test
  void aCorrectedCountIsPublishedUnderTheSameId() {
    String id = expulsion();

    JsonPath verdict = judge(id, corrected("MLI", "FRA", 7));

    Signal corrected = lastOf(3);
    assertEquals(id, corrected.id());
    assertEquals(7, corrected.count());
    assertEquals(null, verdict.getString("correctedId"));
    assertEquals(2, verdict.getInt("signal.count"));
    awaitState(id, "CONFIRMED", false);

    confirm(id);

    assertEquals(2, lastOf(4).count());
  }

  @Test
  void aCorrectionToAnotherMeasureTakesThePlaceOfTheSignal() {
    String id = expulsion();

    String other = judge(id, corrected("FRA", "MLI", 2)).getString("correctedId");

    assertNotEquals(id, other);
    List<Signal> published = seen(wire, article, 4);
    assertEquals(other, published.get(2).id());
    assertEquals("FRA", published.get(2).actor());
    assertFalse(published.get(2).withdrawn());
    assertEquals(id, published.get(3).id());
    assertTrue(published.get(3).withdrawn());
    awaitState(id, "REJECTED", true);
    awaitState(other, "CONFIRMED", false);

    reject(id);

    awaitState(other, "PUBLISHED", true);
    awaitState(id, "REJECTED", true);
    assertEquals("REJECTED", read("signals/" + id + "/verdict").getString("verdict"));
  }

  @Test
  void aCorrectionToWhatTheArticleHasAlreadyIsRefused() {
    List<Signal> signals = signals(wire, article);
    String suspension = Desk.id(signals, SignalType.COOPERATION_SUSPENSION);
    stored(Desk.id(signals, SignalType.EXPULSION));
    stored(suspension);

    post("signals/" + suspension + "/verdict", corrected("MLI", "FRA", 2))
        .then()
        .statusCode(409)
        .body("detail", containsString("reject this one"));
  }

  @Test
  void aVerdictHoldsOfALaterRevisionOfTheArticle() {
    String id = expulsion();
    reject(id);
    awaitState(id, "REJECTED", true);

    wire.send(Desk.revised(article));

    await()
        .atMost(Desk.PATIENCE)
        .until(
            () -> stored(id).getInt("source.revision") == 2 && stored(id).getBoolean("withdrawn"));
    assertEquals("REJECTED", stored(id).getString("state"));
  }

  @Test
  void aReplayLeavesAloneWhatWasJudged() {
    Article judged = Desk.article(JUDGED_AT);
    List<Signal> signals = signals(wire, judged);
    reject(Desk.id(signals, SignalType.EXPULSION));
    judge(Desk.id(signals, SignalType.COOPERATION_SUSPENSION), corrected("FRA", "MLI", 2));
    awaitState(Desk.id(signals, SignalType.EXPULSION), "REJECTED", true);
    awaitState(Desk.id(signals, SignalType.COOPERATION_SUSPENSION), "REJECTED", true);
    String version = read("rulepacks").getString("items.find { it.language == 'en' }.version");

    String replay =
        post(
                "replays",
                Map.of(
                    "language",
                    "en",
                    "version",
                    version,
                    "from",
                    JUDGED_AT,
                    "to",
                    JUDGED_AT.replace("T10", "T11")))
            .jsonPath()
            .getString("id");

    await()
        .atMost(Desk.PATIENCE)
        .until(() -> read("replays/" + replay).getString("state").equals("CODED"));
    assertEquals(1, read("replays/" + replay).getInt("coded"));
    assertEquals(List.of(), read("replays/" + replay + "/differences").getList("items"));
  }

  @Test
  void verdictsAreListedTheLatestFirst() {
    List<Signal> signals = signals(wire, article);
    String expelled = Desk.id(signals, SignalType.EXPULSION);
    String suspended = Desk.id(signals, SignalType.COOPERATION_SUSPENSION);

    confirm(suspended);
    judge(expelled, Map.of("verdict", "REJECTED", "note", "a football club"));

    JsonPath first = read("verdicts?limit=1");
    JsonPath second = read("verdicts?limit=1&cursor=" + first.getString("next"));
    assertEquals(expelled, first.getString("items[0].signal.id"));
    assertEquals("a football club", first.getString("items[0].note"));
    assertEquals(suspended, second.getString("items[0].signal.id"));
    assertEquals(suspended, read("verdicts?verdict=CONFIRMED").getString("items[0].signal.id"));
    assertTrue(read("signals?state=REJECTED&pair=FRA-MLI").getList("items.id").contains(expelled));
    assertFalse(
        read("signals?state=CONFIRMED&pair=FRA-MLI").getList("items.id").contains(expelled));
  }

  @Test
  void judgedArticlesAreASetOfLabelledReports() {
    List<Signal> signals = signals(wire, article);
    judge(Desk.id(signals, SignalType.EXPULSION), corrected("MLI", "FRA", 7));
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> post("evaluations", Map.of("set", "verdicts")).statusCode() == 201);

    JsonPath before = post("evaluations", Map.of("set", "verdicts")).jsonPath();
    reject(Desk.id(signals, SignalType.COOPERATION_SUSPENSION));
    JsonPath after = post("evaluations", Map.of("set", "verdicts")).jsonPath();

    assertEquals("verdicts", after.getString("subject.set"));
    assertEquals(
        before.getInt("overall.all.full.extra") + 1, after.getInt("overall.all.full.extra"));
    assertEquals(before.getInt("overall.all.full.right"), after.getInt("overall.all.full.right"));
    assertTrue(after.getInt("overall.all.counts.of") > after.getInt("overall.all.counts.right"));
    assertTrue(after.getList("errors.report").contains(article.id()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                         | verdict
          {"verdict": "PERHAPS"}                                                     | verdict
          {"verdict": "REJECTED", "corrected": {"type": "RECALL", "status": "ACTUAL"}} | corrected
          {"verdict": "CONFIRMED", "corrected": {"status": "ACTUAL"}}                | corrected.type
          {"verdict": "CONFIRMED", "corrected": {"type": "RECALL", "status": "ACTUAL", "actor": "France"}} | corrected.actor
          {"verdict": "CONFIRMED", "corrected": {"type": "RECALL", "status": "ACTUAL", "count": 0}} | corrected.count
          {"verdict": "CONFIRMED", "colour": "red"}                                  | colour
          """)
  void aVerdictThatIsNoneIsRefusedByField(String draft, String field) {
    post("signals/none/verdict", draft)
        .then()
        .statusCode(400)
        .body("violations[0].field", containsString(field));
  }

  @Test
  void whatIsNotThereIsNotJudged() {
    assertEquals(404, post("signals/none/verdict", "{\"verdict\": \"REJECTED\"}").statusCode());
    assertEquals(404, get("signals/none/verdict").statusCode());
    assertEquals(400, get("verdicts?verdict=PERHAPS").statusCode());
    assertEquals(400, get("verdicts?cursor=%21").statusCode());
    assertEquals(
        400,
        post("signals/none/verdict", Map.of("verdict", "REJECTED", "note", "x".repeat(2001)))
            .statusCode());
  }
}
