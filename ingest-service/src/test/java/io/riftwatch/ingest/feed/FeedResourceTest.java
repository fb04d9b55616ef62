package io.riftwatch.ingest.feed;

import static io.restassured.RestAssured.given;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.ingest.OutletServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedResourceTest {

  private static final String PROBLEM = "application/problem+json";

  @Test
  void aFeedIsFollowedShownChangedAndForgotten() {
    String id =
        operator()
            .body(Map.of("url", "https://crud.example/feed", "title", "Crud", "language", "fr-FR"))
            .post("/api/v1/feeds")
            .then()
            .statusCode(201)
            .header("Location", containsString("/api/v1/feeds/"))
            .body("url", equalTo("https://crud.example/feed"))
            .body("language", equalTo("fr"))
            .body("enabled", equalTo(true))
            .body("fullText", equalTo(true))
            .body("health", equalTo("ok"))
            .body("failures", equalTo(0))
            .body("nextPollAt", notNullValue())
            .body("lastPolledAt", nullValue())
            .extract()
            .path("id");

    operator()
        .body(Map.of("url", "https://crud.example/feed", "pollInterval", "PT5M", "enabled", false))
        .put("/api/v1/feeds/" + id)
        .then()
        .statusCode(200)
        .body("title", equalTo(""))
        .body("enabled", equalTo(false))
        .body("pollInterval", equalTo("PT5M"));

    operator().get("/api/v1/feeds/" + id).then().body("enabled", equalTo(false));
    operator().delete("/api/v1/feeds/" + id).then().statusCode(204);
    operator()
        .get("/api/v1/feeds/" + id)
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("detail", containsString("no feed has the id " + id));
  }

  @Test
  void theSameAddressTwiceIsAConflict() {
    follows("https://twice.example/feed");

    operator()
        .body(Map.of("url", " https://twice.example/feed"))
        .post("/api/v1/feeds")
        .then()
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", equalTo("the feed https://twice.example/feed is followed already"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"url\": \"not a url\"}                                         | url",
        "{\"url\": \"ftp://a.example/\"}                                  | url",
        "{\"url\": \"http://user:pass@a.example/\"}                       | url",
        "{\"title\": \"no address\"}                                      | url",
        "{\"url\": \"https://a.example/\", \"pollInterval\": \"soon\"}    | pollInterval",
        "{\"url\": \"https://a.example/\", \"pollInterval\": \"PT0S\"}    | pollInterval",
        "{\"url\": \"https://a.example/\", \"language\": \"klingon\"}     | language",
        "{\"url\": \"https://a.example/\", \"pollintervall\": \"PT5M\"}   | pollintervall"
      })
  void whatIsWrongInARequestIsNamed(String body, String field) {
    operator()
        .body(body)
        .post("/api/v1/feeds")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(field));
  }

  @Test
  void feedsAreListedPageByPage() {
    for (int i = 0; i < 5; i++) {
      follows("https://paged.example/" + i);
    }

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Map<String, Object> page =
          operator()
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get("/api/v1/feeds")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getMap("");
      List<?> items = (List<?>) page.get("items");
      items.forEach(item -> seen.add(String.valueOf(((Map<?, ?>) item).get("url"))));
      cursor = (String) page.get("next");
    } while (cursor != null);

    assertEquals(seen.stream().sorted().distinct().toList(), seen);
    assertTrue(seen.contains("https://paged.example/0"), seen.toString());
    assertTrue(seen.contains("https://paged.example/4"), seen.toString());
  }

  @ParameterizedTest
  @CsvSource({"health, ill, health", "cursor, %, cursor", "limit, 0, limit", "limit, 501, limit"})
  void aListRefusesWhatItCannotPage(String parameter, String value, String named) {
    operator()
        .queryParam(parameter, value)
        .get("/api/v1/feeds")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("detail", containsString(named));
  }

  @Test
  void feedsAreFoundByTheirHealth() {
    try (OutletServer outlet = new OutletServer().at("/gone", OutletServer.status(410))) {
      String retired = follows(outlet.url("/gone"));
      String failing = follows(outlet.url("/missing"));
      polls(retired);
      polls(failing);

      operator()
          .get("/api/v1/feeds?limit=500&health=retired")
          .then()
          .body("items.id", hasItem(retired))
          .body("items.id", not(hasItem(failing)));
      operator()
          .get("/api/v1/feeds?limit=500&health=failing")
          .then()
          .body("items.id", hasItem(failing))
          .body("items.id", not(hasItem(retired)));
      operator()
          .get("/api/v1/feeds?limit=500&health=ok")
          .then()
          .body("items.id", not(hasItem(retired)))
          .body("items.id", not(hasItem(failing)));
    }
  }

  @Test
  void withoutTheTokenNothingIsShown() {
    given().get("/api/v1/feeds").then().statusCode(401);
  }

  @Test
  void ofASiteTheFeedItNamesIsFollowed() {
    try (OutletServer site = new OutletServer()) {
      site.at(
          "/",
          OutletServer.body(
              "text/html", "<link rel=alternate type=application/atom+xml href=/news.atom>"));

      operator()
          .body(Map.of("url", site.url("/")))
          .post("/api/v1/feeds")
          .then()
          .statusCode(201)
          .body("url", equalTo(site.url("/news.atom")));
    }
  }
}
