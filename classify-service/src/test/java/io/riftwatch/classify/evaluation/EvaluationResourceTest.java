package io.riftwatch.classify.evaluation;

import static io.riftwatch.classify.Rest.delete;
import static io.riftwatch.classify.Rest.get;
import static io.riftwatch.classify.Rest.operator;
import static io.riftwatch.classify.Rest.post;
import static io.riftwatch.classify.Rest.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.riftwatch.embedded.Backends;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EvaluationResourceTest {

  private static final String EXPULSION =
      """
      {"id": "a", "lang": "en", "date": "2025-09-18", "title": "Mali expels two French diplomats", \
      "text": "BAMAKO - Mali on Thursday expelled two French diplomats, the foreign ministry said.", \
      "signals": [{"type": "EXPULSION", "actor": "MLI", "target": "FRA", "status": "ACTUAL", "count": 3}]}
      """;
  private static final String FOOTBALL =
      """
      {"id": "b", "lang": "en", "date": null, "title": "Mali lose to France in a friendly", "text": "", \
      "signals": [{"type": "RECALL", "actor": "FRA", "target": null, "status": "ACTUAL", "count": null}]}
      """;
  private static final String FRENCH =
      """
      {"id": "c", "lang": "fr", "title": "Le match est nul", "text": "Il n'y a rien.", "signals": []}
      """;

  private static Response evaluate(String query, String file) {
    return operator()
        .contentType("application/x-ndjson")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/evaluations" + query);
  }

  @Test
  void aFileOfLabelledReportsIsEvaluatedAndKept() {
    Response answer = evaluate("", EXPULSION + FOOTBALL + FRENCH);

    JsonPath made =
        answer
            .then()
            .statusCode(201)
            .header("Location", startsWith("http"))
            .body("subject.set", equalTo("file"))
            .body("overall.all.reports", equalTo(3))
            .body("overall.all.alert.right", equalTo(1))
            .body("overall.all.alert.missed", equalTo(1))
            .body("overall.all.full.precision", equalTo(1.0f))
            .body("overall.all.full.recall", equalTo(0.5f))
            .body("overall.all.full.f1", equalTo(0.6667f))
            .body("overall.all.counts.of", equalTo(1))
            .body("overall.all.counts.right", equalTo(0))
            .body("overall.all.calibration.bins[0].measures", equalTo(1))
            .body("languages.fr.all.reports", equalTo(1))
            .body("types.EXPULSION.right", equalTo(1))
            .body("types.RECALL.missed", equalTo(1))
            .body("statuses.ACTUAL.missed", equalTo(1))
            .body("wrongReports", equalTo(1))
            .body("errors[0].report", equalTo("b"))
            .body("errors[0].missed[0].type", equalTo("RECALL"))
            .extract()
            .jsonPath();
    assertEquals(made.getMap(""), read("evaluations/" + made.getString("id")).getMap(""));
  }

  @Test
  void anErrorNamesTheRuleAndTheWords() {
    evaluate("", EXPULSION.replace("EXPULSION", "RECALL"))
        .then()
        .statusCode(201)
        .body("errors[0].extra[0].type", equalTo("EXPULSION"))
        .body("errors[0].extra[0].actor", equalTo("MLI"))
        .body("errors[0].extra[0].quote", containsString("two French diplomats"))
        .body("errors[0].extra[0].rule.length()", greaterThan(0))
        .body("errors[0].missed[0].type", equalTo("RECALL"));
  }

  @Test
  void theBuiltInSetIsEvaluatedByLanguageAndHalf() {
    JsonPath made =
        post("evaluations?language=fr", Map.of("set", "built-in"))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();

    assertEquals("built-in", made.getString("subject.set"));
    assertEquals(List.of("fr"), List.copyOf(made.getMap("languages").keySet()));
    assertFalse(made.getString("subject.rulepacks.fr").isBlank());
    assertTrue(made.getInt("overall.splits.DEV.reports") > 0);
    assertTrue(made.getDouble("overall.splits.DEV.alert.recall") > 0.5);
  }

  @Test
  void aRulePackIsEvaluatedBeforeItIsInForce() {
    String version = read("rulepacks").getString("items.find { it.language == 'en' }.version");

    JsonPath made =
        evaluate("?language=en&version=" + version, EXPULSION + FRENCH)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();

    assertEquals(Map.of("en", version), made.getMap("subject.rulepacks"));
    assertEquals(1, made.getInt("overall.all.reports"));
    evaluate("?language=en&version=none", EXPULSION)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("version"));
    evaluate("?version=" + version, EXPULSION)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("language"));
  }

  @Test
  void everyMistakeOfAFileIsNamedByItsLine() {
    evaluate("", EXPULSION + "{\n" + FRENCH + FOOTBALL.replace("RECALL", "RECAL"))
        .then()
        .statusCode(422)
        .body("violations.field", equalTo(List.of("line 2", "line 4")))
        .body("violations[1].message", containsString("'type' is 'RECAL'"));
  }

  @Test
  void whatCannotBeEvaluatedIsRefused() {
    evaluate("", "").then().statusCode(400).body("detail", containsString("no labelled report"));
    evaluate("?language=de", EXPULSION).then().statusCode(400);
    evaluate("", "x".repeat(8_000_001)).then().statusCode(413);
    post("evaluations", Map.of("set", "file"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("set"));
    post("evaluations", Map.of("set", "golden")).then().statusCode(400);
    post("evaluations", "{}").then().statusCode(400);
    assertEquals(404, get("evaluations/none").statusCode());
    assertEquals(400, get("evaluations?cursor=%21").statusCode());
  }

  @Test
  void evaluationsAreListedTheLatestFirstUntilTheyAreForgotten() {
    String first = evaluate("", EXPULSION).jsonPath().getString("id");
    String second = evaluate("", FRENCH).jsonPath().getString("id");

    JsonPath page = read("evaluations?limit=1");
    assertEquals(second, page.getString("items[0].id"));
    assertEquals(1, page.getInt("items[0].reports"));
    JsonPath next = read("evaluations?limit=1&cursor=" + page.getString("next"));
    assertEquals(first, next.getString("items[0].id"));
    assertEquals(1.0f, next.getFloat("items[0].full.f1"));

    assertEquals(204, delete("evaluations/" + second).statusCode());
    assertEquals(404, delete("evaluations/" + second).statusCode());
    assertEquals(first, read("evaluations?limit=1").getString("items[0].id"));
  }
}
