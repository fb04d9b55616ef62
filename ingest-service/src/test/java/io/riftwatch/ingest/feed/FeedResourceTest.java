package io.riftwatch.ingest.feed;

import static io.restassured.RestAssured.given;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedResourceTest {

  EmbeddedDatabase database;

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
            .body("healthSince", notNullValue())
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

  @RepeatedTest(4)
  void aFeedForgottenByManyAtOnceIsForgottenOnce() {
    String id = follows("https://forgotten.example/feed");

    List<Integer> statuses =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> operator().delete("/api/v1/feeds/" + id).statusCode()))
            .limit(6)
            .toList()
            .stream()
            .map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
            .sorted()
            .toList();

    assertEquals(List.of(204, 404, 404, 404, 404, 404), statuses);
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
        "{\"url\": \"https://a.example/\", \"pollInterval\": \"P31D\"}    | pollInterval",
        "{\"url\": \"https://a.example/\", \"pollInterval\": \"P100000000000D\"} | pollInterval",
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

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> urls(String query) {
    return operator()
        .get("/api/v1/feeds?limit=500&" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.url");
  }

  @Test
  void feedsAreFoundByTheirHealth() throws SQLException {
    try (OutletServer outlet = new OutletServer().at("/gone", OutletServer.status(410))) {
      String retired = outlet.url("/gone");
      String failing = outlet.url("/missing");
      String ok = "https://health.example/ok";
      String silent = "https://health.example/silent";
      polls(follows(retired));
      polls(follows(failing));
      follows(ok);
      follows(silent);
      execute(
          "UPDATE ingest.feed SET failures = 3, failing_since = now() - interval '2 hours'"
              + " WHERE url = '%s'".formatted(failing));
      execute(
          "UPDATE ingest.feed SET last_polled_at = now(), news_seen_at = now() - interval '9 days'"
              + " WHERE url = '%s'".formatted(silent));
      Set<String> all = Set.of(ok, silent, failing, retired);

      assertEquals(Set.of(ok), among(all, urls("health=ok")));
      assertEquals(Set.of(silent), among(all, urls("health=silent")));
      assertEquals(Set.of(failing), among(all, urls("health=FAILING")));
      assertEquals(Set.of(retired), among(all, urls("health=retired")));
      assertEquals(Set.of(silent, failing), among(all, urls("health=silent,failing")));
      assertEquals(Set.of(ok, retired), among(all, urls("health=ok&health=retired")));
      assertEquals(all, among(all, urls("health=")));
    }
  }

  private static Set<String> among(Set<String> known, List<String> found) {
    return found.stream().filter(known::contains).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outlet=fil.example             | a b",
        "outlet=fil.example&language=fr | a",
        "language=pt                    | c",
        "outlet=FIL.example             | ''",
        "q=monde                        | a c",
        "q=FIL.example                  | a b",
        "q=monde brésil                 | c",
        "q=filter.example/b             | b",
        "q=100%                         | b",
        "q=mond_                        | ''",
        "q=monde&language=fr            | a"
      })
  void feedsAreFoundByOutletLanguageAndWords(String query, String names) {
    feed("a", "Le Monde Afrique", "fil.example", "fr");
    feed("b", "100% News", "fil.example", "en");
    feed("c", "Le Monde Brésil", "outro.example", "pt");
    List<String> expected =
        names.isEmpty()
            ? List.of()
            : Stream.of(names.split(" ")).map(n -> "https://filter.example/" + n).toList();

    assertEquals(
        expected,
        urls(query).stream().filter(url -> url.startsWith("https://filter.example/")).toList());
  }

  private static void feed(String name, String title, String outlet, String language) {
    operator()
        .body(
            Map.of(
                "url", "https://filter.example/" + name,
                "title", title,
                "outlet", outlet,
                "language", language))
        .post("/api/v1/feeds");
  }

  @Test
  void aFilteredListIsPaged() {
    for (int i = 0; i < 3; i++) {
      feed("page" + i, "Paged", "paged.example", "fr");
    }

    String next =
        operator()
            .get("/api/v1/feeds?limit=2&outlet=paged.example")
            .then()
            .body("items.size()", equalTo(2))
            .extract()
            .path("next");

    operator()
        .get("/api/v1/feeds?limit=2&outlet=paged.example&cursor=" + next)
        .then()
        .body("items.url", equalTo(List.of("https://filter.example/page2")))
        .body("next", nullValue());
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

  @Test
  void aFeedInPlaceOfASiteIsFollowedWhereItWasAskedFor() {
    try (OutletServer site = new OutletServer()) {
      site.at("/", OutletServer.status(302, "Location", "/today"));
      site.at("/today", OutletServer.body("application/rss+xml", Rss.feed("Today")));

      operator()
          .body(Map.of("url", site.url("/?feed=rss2")))
          .post("/api/v1/feeds")
          .then()
          .statusCode(201)
          .body("url", equalTo(site.url("/?feed=rss2")));
    }
  }
}
