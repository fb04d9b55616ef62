package io.riftwatch.classify.classification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.riftwatch.embedded.Backends;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ClassificationResourceTest {

  private static final String TITLE = "Prague expels eighteen Russian diplomats";
  private static final String TEXT =
      "PRAGUE - The Czech Republic has expelled eighteen Russian diplomats, the government said.";

  @Test
  void aReportIsAnsweredWithItsMeasuresAndTheirSpans() {
    ValidatableResponse answer =
        post(Map.of("title", TITLE, "text", TEXT, "publishedAt", "2021-04-17T20:00:00Z"))
            .statusCode(200)
            .body("language", equalTo("en"))
            .body("rulepack", containsString("en-"))
            .body("signals", hasSize(1))
            .body("signals[0].type", equalTo("EXPULSION"))
            .body("signals[0].actor", equalTo("CZE"))
            .body("signals[0].target", equalTo("RUS"))
            .body("signals[0].status", equalTo("ACTUAL"))
            .body("signals[0].polarity", equalTo("HOSTILE"))
            .body("signals[0].count", equalTo(18))
            .body("signals[0].domain", nullValue());

    List<Map<String, Object>> evidence = answer.extract().jsonPath().getList("signals[0].evidence");
    for (Map<String, Object> span : evidence) {
      String content = span.get("field").equals("title") ? TITLE : TEXT;
      assertEquals(
          span.get("quote"), content.substring((int) span.get("start"), (int) span.get("end")));
    }
  }

  @Test
  void aLanguageWithoutARulePackIsNamedAndGivesNoSignals() {
    post(Map.of(
            "title",
            "Rosja wydala dyplomatów",
            "text",
            "Rosja wydaliła w piątek pięciu polskich dyplomatów."))
        .statusCode(200)
        .body("language", equalTo("pl"))
        .body("rulepack", nullValue())
        .body("signals", hasSize(0));
  }

  @Test
  void aClaimedLanguageIsNotBelievedAgainstTheText() {
    post(Map.of("title", TITLE, "text", TEXT, "language", "fr"))
        .statusCode(200)
        .body("language", equalTo("en"))
        .body("signals", hasSize(1));
  }

  @Test
  void anEmptyReportIsRefused() {
    post(Map.of("title", " "))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("send at least one"));
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    post(Map.of("title", TITLE, "publishedAt", "yesterday"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem("publishedAt"));
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    RestAssured.given()
        .auth()
        .oauth2(Backends.TOKEN)
        .contentType(ContentType.JSON)
        .body("{\"title\": ")
        .post("/api/v1/classifications")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aReportThatIsTooLongIsRefused() {
    post(Map.of("title", TITLE, "text", "x".repeat(2_000_001)))
        .statusCode(413)
        .contentType("application/problem+json");
  }

  private static ValidatableResponse post(Map<String, String> report) {
    return RestAssured.given()
        .auth()
        .oauth2(Backends.TOKEN)
        .contentType(ContentType.JSON)
        .body(report)
        .post("/api/v1/classifications")
        .then();
  }
}
