package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import io.riftwatch.ingest.contract.Article;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PollTest {

  /** A row of the README's table names one metric or more, with their labels. */
  private static final Pattern METRIC =
      Pattern.compile("`(riftwatch_ingest_[a-z_]+)(?:\\{([a-z,]+)})?`");

  /** Measured where feeds are watched, or hubs asked. */
  private static final Set<String> NOT_BY_POLLS =
      Set.of(
          "riftwatch_ingest_feeds",
          "riftwatch_ingest_feed_health_published_total",
          "riftwatch_ingest_websub_requests_total",
          "riftwatch_ingest_websub_pushes_total");

  private static OutletServer outlet;

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  @Inject ObjectMapper json;
  @Inject Poller poller;

  @BeforeAll
  static void open() {
    outlet = new OutletServer();
  }

  @AfterAll
  static void close() {
    outlet.close();
  }

  private static OutletServer.Page rss(String... items) {
    return body("application/rss+xml", Rss.feed("Le Courrier", items), "ETag", "\"v1\"");
  }

  private List<ConsumerRecord<String, String>> published(String feed) {
    return ArticleLog.holding(broker, feed);
  }

  private JsonNode only(String feed) {
    List<ConsumerRecord<String, String>> records = published(feed);
    assertEquals(1, records.size());
    return read(records.get(0));
  }

  private JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(record.value(), e);
    }
  }

  @Test
  void anEntryBecomesAnEventAsTheContractSays() {
    outlet.at("/event", rss(Rss.item("g1", outlet.url("/event/1#x"), "Mali", "<p>Cinq.</p>")));
    String feed = follows(outlet.url("/event"));

    Map<String, Object> report = polls(feed);

    assertEquals("READ", report.get("outcome"));
    assertEquals(1, report.get("published"));
    ConsumerRecord<String, String> record = published(feed).get(0);
    JsonNode article = read(record);
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Article.class.getResourceAsStream(Article.SCHEMA))
            .validate(article));
    String id = article.get("id").asText();
    assertEquals(id, record.key());
    assertEquals(id + ":1", ArticleLog.header(record, "ce_id"));
    assertEquals(Article.CE_TYPE, ArticleLog.header(record, "ce_type"));
    assertEquals(id, ArticleLog.header(record, "ce_subject"));
    assertEquals("1.0", ArticleLog.header(record, "ce_specversion"));
    assertEquals("urn:riftwatch:ingest", ArticleLog.header(record, "ce_source"));
    assertEquals(
        Instant.parse(article.get("seenAt").asText()),
        Instant.parse(ArticleLog.header(record, "ce_time")));
    assertTrue(ArticleLog.header(record, "traceparent").startsWith("00-"));
    assertEquals("Le Courrier", article.get("outlet").asText());
    assertEquals("fr", article.get("language").asText());
    assertEquals("Cinq.", article.get("text").asText());
    assertEquals("2025-09-18T10:00:00Z", article.get("publishedAt").asText());

    operator()
        .get("/api/v1/articles/" + id)
        .then()
        .statusCode(200)
        .body("title", equalTo("Mali"))
        .body("feedId", equalTo(feed));
  }

  @Test
  void anUnmodifiedFeedIsAskedConditionallyAndPublishesNothing() {
    outlet.at(
        "/conditional",
        body(
            "application/rss+xml",
            Rss.feed("C", Rss.item("g1", "", "One", "")),
            "ETag",
            "\"v7\"",
            "Last-Modified",
            "Thu, 18 Sep 2025 10:00:00 GMT"));
    String feed = follows(outlet.url("/conditional"));
    polls(feed);
    outlet.at("/conditional", status(304));

    Map<String, Object> report = polls(feed);

    assertEquals("NOT_MODIFIED", report.get("outcome"));
    OutletServer.Request second = outlet.requests("/conditional").get(1);
    assertEquals(List.of("\"v7\""), second.header("If-none-match"));
    assertEquals(List.of("Thu, 18 Sep 2025 10:00:00 GMT"), second.header("If-modified-since"));
    assertTrue(second.header("User-agent").get(0).contains("Riftwatch"));
    assertEquals(1, published(feed).size());
  }

  @Test
  void anEditedEntryIsARevisionAndAnUneditedOneIsNot() {
    outlet.at("/edited", rss(Rss.item("g1", "", "Before", "A"), Rss.item("g2", "", "Same", "B")));
    String feed = follows(outlet.url("/edited"));
    polls(feed);
    outlet.at("/edited", rss(Rss.item("g1", "", "After", "A"), Rss.item("g2", "", "Same", "B")));

    Map<String, Object> report = polls(feed);
    polls(feed);

    assertEquals(0, report.get("published"));
    assertEquals(1, report.get("revised"));
    assertEquals(3, published(feed).size());
    JsonNode revised =
        published(feed).stream()
            .map(this::read)
            .filter(article -> article.get("revision").asInt() == 2)
            .findFirst()
            .orElseThrow();
    assertEquals("After", revised.get("title").asText());
  }

  @Test
  void thePageInTwoFeedsOfAnOutletIsPublishedOnce() {
    String link = outlet.url("/shared/page");
    outlet.at("/shared/a", rss(Rss.item("a", link + "?utm_source=a", "Shared", "In short.")));
    outlet.at("/shared/b", rss(Rss.item("b", link, "Shared", "In other words.")));
    String a = follows(outlet.url("/shared/a"));
    String b = follows(outlet.url("/shared/b"));

    polls(a);
    Map<String, Object> report = polls(b);

    assertEquals(0, report.get("published"));
    assertEquals(1, published(a).size());
    assertEquals(0, published(b).size());
  }

  @Test
  void aShortEntryIsCompletedFromItsPageWithoutTheBanner() {
    String banner =
        "<div class='q'><p>Nos partenaires et nous utilisons des cookies et traceurs avec votre"
            + " consentement pour la mesure d'audience et des publicités personnalisées.</p></div>";
    String story = "<p>Le Mali déclare cinq diplomates français personae non gratae.</p>";
    outlet.at(
        "/full/1",
        body(
            "text/html",
            "<html><body>"
                + banner.repeat(15)
                + "<nav>Accueil Sport</nav><article><h1>Mali</h1>"
                + story.repeat(5)
                + "</article>"
                + banner
                + "</body></html>"));
    outlet.at("/full", rss(Rss.item("g1", outlet.url("/full/1"), "Mali", "Cinq diplomates.")));
    String feed = follows(outlet.url("/full"));

    polls(feed);

    String text = only(feed).get("text").asText();
    assertTrue(text.contains("personae non gratae"), text);
    assertFalse(text.contains("cookies"), text);
    assertFalse(text.contains("Sport"), text);
  }

  @Test
  void theFeedsTextStandsWhereThePageFailsOrIsNotWanted() {
    outlet.at("/brief/1", status(500));
    outlet.at("/brief", rss(Rss.item("g1", outlet.url("/brief/1"), "Bref", "Assez court.")));
    String reading = follows(outlet.url("/brief"));
    outlet.at("/leave", rss(Rss.item("g1", outlet.url("/leave/1"), "Bref", "Assez court.")));
    String leaving = follows(Map.of("url", outlet.url("/leave"), "fullText", false));

    polls(reading);
    polls(leaving);

    assertEquals("Assez court.", only(reading).get("text").asText());
    assertEquals("Assez court.", only(leaving).get("text").asText());
    assertEquals(1, outlet.requests("/brief/1").size());
    assertEquals(0, outlet.requests("/leave/1").size());
  }

  @Test
  void anEntryWithoutGuidOrDateIsPublishedOnceAsOfItsReading() {
    outlet.at("/bare", rss("<item><title>Bare</title></item>"));
    String feed = follows(outlet.url("/bare"));

    polls(feed);
    polls(feed);

    JsonNode article = only(feed);
    assertEquals(article.get("seenAt"), article.get("publishedAt"));
  }

  @Test
  void aFeedAnswering410IsNotPolledAgain() {
    outlet.at("/retired", status(410));
    String feed = follows(outlet.url("/retired"));

    assertEquals("GONE", polls(feed).get("outcome"));
    poller.tick().await().indefinitely();

    operator().get("/api/v1/feeds/" + feed).then().body("health", equalTo("retired"));
    assertEquals(1, outlet.requests("/retired").size());
  }

  @Test
  void anOutletThatThrottlesIsLeftAlone() {
    try (OutletServer busy = new OutletServer("127.0.0.2")) {
      busy.at("/throttled", status(429, "Retry-After", "7200"));
      String feed = follows(busy.url("/throttled"));

      Map<String, Object> report = polls(feed);

      assertEquals("THROTTLED", report.get("outcome"));
      assertTrue(
          Instant.parse((String) report.get("nextPollAt"))
              .isAfter(Instant.now().plusSeconds(7000)));
    }
  }

  @Test
  void aThrottlingOutletsOtherFeedsAreLeftAloneToo() {
    try (OutletServer busy = new OutletServer("127.0.0.3")) {
      busy.at("/a", status(503)).at("/b", rss(Rss.item("g1", "", "Later", "")));
      polls(follows(busy.url("/a")));
      String other = follows(busy.url("/b"));

      Map<String, Object> report = polls(other);

      assertEquals("THROTTLED", report.get("outcome"));
      assertEquals(0, busy.requests("/b").size());
      operator()
          .get("/api/v1/feeds/" + other)
          .then()
          .body("failures", equalTo(0))
          .body("lastPolledAt", nullValue());
    }
  }

  @Test
  void aFailureIsShownWithItsReasonAndCounted() {
    outlet.at("/broken", body("text/html", "<!DOCTYPE html><html></html>", "ETag", "\"page\""));
    String feed = follows(outlet.url("/broken"));

    assertEquals("UNREADABLE", polls(feed).get("outcome"));
    polls(feed);

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("health", equalTo("failing"))
        .body("failures", equalTo(2))
        .body("lastStatus", equalTo(200))
        .body("etag", nullValue())
        .body("lastError", containsString("this is a web page, not a feed"));
    operator()
        .get("/q/metrics")
        .then()
        .body(containsString("riftwatch_ingest_polls_total{outcome=\"unreadable\"}"));
  }

  @Test
  void aFeedThatIsNoFeedAnyMoreKeepsWhatItHadAndIsBackWhenItIsOne() {
    outlet.at("/parked", rss(Rss.item("g1", "", "Before", "")));
    String feed = follows(outlet.url("/parked"));
    polls(feed);
    outlet.at(
        "/parked", body("text/html", "<html>This domain is for sale</html>", "ETag", "\"p\""));

    assertEquals("UNREADABLE", polls(feed).get("outcome"));

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("etag", equalTo("\"v1\""))
        .body("failures", equalTo(1))
        .body("lastNewsAt", equalTo("2025-09-18T10:00:00Z"))
        .body("lastError", containsString("not a feed"));
    outlet.at("/parked", rss(Rss.item("g1", "", "Before", ""), Rss.item("g2", "", "After", "")));
    assertEquals(1, polls(feed).get("published"));
    operator().get("/api/v1/feeds/" + feed).then().body("failures", equalTo(0));
  }

  private void provesItsMove(String feed) throws SQLException {
    execute(
        "UPDATE ingest.feed SET moved_answers = 4, moved_since = now() - interval '49 hours'"
            + " WHERE id = '"
            + feed
            + "'");
  }

  @Test
  void aMoveIsAdoptedOnceItIsProven() throws SQLException {
    outlet.at("/old", status(301, "Location", "/new"));
    outlet.at("/new", rss(Rss.item("g1", "", "Moved", "")));
    String feed = follows(outlet.url("/old"));

    polls(feed);
    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("url", equalTo(outlet.url("/old")))
        .body("movedTo", equalTo(outlet.url("/new")));
    provesItsMove(feed);
    polls(feed);

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("url", equalTo(outlet.url("/new")))
        .body("movedFrom", equalTo(outlet.url("/old")))
        .body("movedAt", notNullValue())
        .body("movedTo", nullValue());
    assertEquals(1, published(feed).size());
  }

  @Test
  void aMoveToWhereAnotherFeedIsFollowedIsAWarning() throws SQLException {
    outlet.at("/twin/old", status(301, "Location", "/twin/new"));
    outlet.at("/twin/new", rss(Rss.item("g1", "", "Twins", "")));
    follows(outlet.url("/twin/new"));
    String feed = follows(outlet.url("/twin/old"));
    polls(feed);
    provesItsMove(feed);

    assertEquals("READ", polls(feed).get("outcome"));

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("url", equalTo(outlet.url("/twin/old")))
        .body("health", equalTo("ok"))
        .body("warning", containsString("is followed already"));
  }

  @Test
  void aMoveToAnAddressTooLongToFollowIsAWarning() throws SQLException {
    String target = "/long?" + "x".repeat(4000);
    outlet.at("/long/old", status(301, "Location", target));
    outlet.at("/long", rss(Rss.item("g1", "", "Long", "")));
    String feed = follows(outlet.url("/long/old"));
    polls(feed);
    provesItsMove(feed);

    assertEquals("READ", polls(feed).get("outcome"));

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("url", equalTo(outlet.url("/long/old")))
        .body("health", equalTo("ok"))
        .body("warning", containsString("more than 2048 characters"));
  }

  /** The other feed is committed only after the move has looked for it. */
  @Test
  void aMoveToWhereAnotherFeedBeginsToBeFollowedIsAWarning() throws Exception {
    outlet.at("/race/old", status(301, "Location", "/race/new"));
    outlet.at("/race/new", rss(Rss.item("g1", "", "Race", "")));
    String feed = follows(outlet.url("/race/old"));
    polls(feed);
    provesItsMove(feed);

    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "INSERT INTO ingest.feed (id, url, outlet, title, enabled, full_text, next_poll_at,"
              + " failures, created_at) VALUES (gen_random_uuid(), '"
              + outlet.url("/race/new")
              + "', '', '', true, true, 'infinity', 0, now())");
      CompletableFuture<Map<String, Object>> report =
          CompletableFuture.supplyAsync(() -> polls(feed));
      await().until(this::somebodyWaitsForALock);
      other.commit();

      assertEquals("READ", report.get(10, TimeUnit.SECONDS).get("outcome"));
    }

    operator()
        .get("/api/v1/feeds/" + feed)
        .then()
        .body("url", equalTo(outlet.url("/race/old")))
        .body("warning", containsString("is followed already"));
  }

  private boolean somebodyWaitsForALock() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("SELECT FROM pg_locks WHERE NOT granted").next();
    }
  }

  @Test
  void whatA304SaysOfItsFreshnessLengthensThePause() {
    outlet.at("/fresh", rss("<item><title>Undated</title></item>"));
    String feed = follows(outlet.url("/fresh"));
    Instant before = Instant.parse((String) polls(feed).get("nextPollAt"));
    outlet.at("/fresh", status(304, "Cache-Control", "max-age=86400"));

    Instant after = Instant.parse((String) polls(feed).get("nextPollAt"));

    assertTrue(before.isBefore(Instant.now().plus(Duration.ofMinutes(17))), before.toString());
    assertTrue(after.isAfter(Instant.now().plus(Duration.ofMinutes(29))), after.toString());
  }

  @Test
  void aPageThatRobotsTxtDoesNotAllowIsNotRead() {
    try (OutletServer site = new OutletServer()) {
      site.at("/robots.txt", body("text/plain", "User-agent: Riftwatch\nDisallow: /closed/"));
      String story = "<article><p>" + "Tout le récit de la rupture. ".repeat(20) + "</p></article>";
      site.at("/closed/1", body("text/html", story)).at("/open/1", body("text/html", story));
      site.at("/moved/1", status(302, "Location", "/closed/1"));
      site.at(
          "/feed",
          rss(
              Rss.item("g1", site.url("/closed/1"), "Closed", "Court."),
              Rss.item("g2", site.url("/moved/1"), "Moved", "Court."),
              Rss.item("g3", site.url("/open/1"), "Open", "Court.")));

      String feed = follows(site.url("/feed"));
      polls(feed);

      assertEquals(0, site.requests("/closed/1").size());
      assertEquals(1, site.requests("/open/1").size());
      assertEquals(1, site.requests("/robots.txt").size());
      assertAccepts("text/html", site.requests("/open/1"));
      assertAccepts("text/plain", site.requests("/robots.txt"));
      assertAccepts("application/atom+xml", site.requests("/feed"));
      assertEquals(3, published(feed).size());
    }
  }

  private static void assertAccepts(String first, List<OutletServer.Request> requests) {
    String accept = requests.get(0).header("Accept").get(0);
    assertTrue(accept.startsWith(first), accept);
  }

  @Test
  void aRobotsTxtPastItsLimitIsNotReadToItsEnd() {
    try (OutletServer site = new OutletServer()) {
      site.at("/robots.txt", body("text/plain", "#".repeat(1024 * 1024) + "\n"));
      site.at("/feed", rss(Rss.item("g1", site.url("/1"), "Huge", "Court.")));

      String feed = follows(site.url("/feed"));
      polls(feed);

      assertEquals(0, site.requests("/1").size());
      assertEquals(1, published(feed).size());
    }
  }

  @Test
  void dueFeedsArePolledByTheTick() {
    outlet.at("/due", rss(Rss.item("g1", "", "Due", "")));
    String feed = follows(outlet.url("/due"));

    poller.tick().await().indefinitely();

    await().until(() -> published(feed).size() == 1);
    await()
        .untilAsserted(
            () ->
                operator()
                    .get("/api/v1/feeds/" + feed)
                    .then()
                    .body("etag", equalTo("\"v1\""))
                    .body("lastPolledAt", notNullValue()));
  }

  @Test
  void whatTheReadmeSaysIsMeasuredIs() throws IOException {
    outlet.at("/measured", rss(Rss.item("g1", "", "Measured", "")));
    String feed = follows(outlet.url("/measured"));
    poller.tick().await().indefinitely();
    await().until(() -> published(feed).size() == 1);

    List<String> metrics =
        operator().get("/q/metrics").then().extract().asString().lines().toList();

    List<MatchResult> named =
        METRIC.matcher(Files.readString(Path.of("README.md"))).results().toList();
    assertEquals(17, named.size());
    for (MatchResult metric : named) {
      boolean isMeasured = metrics.stream().anyMatch(line -> isOf(metric, line));
      assertTrue(isMeasured || NOT_BY_POLLS.contains(metric.group(1)), metric.group());
    }
  }

  /** Whether a line of the metrics is one that the README names, with the labels it names. */
  private static boolean isOf(MatchResult metric, String line) {
    return line.startsWith(metric.group(1))
        && (metric.group(2) == null
            || Stream.of(metric.group(2).split(","))
                .allMatch(label -> line.contains(label + "=\"")));
  }

  @Test
  void anItemIsMarkedSeenOnlyWhenTheLogHasIt() {
    outlet.at("/outage", rss(Rss.item("g1", "", "Kept", "")));
    String feed = follows(outlet.url("/outage"));
    broker.stop();
    try {
      Map<String, Object> report = polls(feed);

      assertEquals("INTERRUPTED", report.get("outcome"));
      operator()
          .get("/api/v1/articles?feed=" + feed)
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
      operator()
          .get("/api/v1/feeds/" + feed)
          .then()
          .body("etag", nullValue())
          .body("failures", equalTo(0))
          .body("lastPolledAt", nullValue());
    } finally {
      broker.start();
    }

    await().until(() -> polls(feed).get("outcome").equals("READ"));

    operator().get("/api/v1/articles?feed=" + feed).then().body("items", hasSize(1));
    assertEquals(
        1, published(feed).stream().map(r -> ArticleLog.header(r, "ce_id")).distinct().count());
  }

  @Test
  void aCrashBetweenLogAndDatabaseRepeatsTheEventUnderItsId() throws SQLException {
    outlet.at("/crash", rss(Rss.item("g1", "", "Repeated", "")));
    String feed = follows(outlet.url("/crash"));
    execute("ALTER TABLE ingest.item ADD CONSTRAINT refused CHECK (key = '') NOT VALID");
    try {
      assertEquals("INTERRUPTED", polls(feed).get("outcome"));
    } finally {
      execute("ALTER TABLE ingest.item DROP CONSTRAINT refused");
    }

    polls(feed);
    polls(feed);

    List<String> ids =
        published(feed).stream().map(record -> ArticleLog.header(record, "ce_id")).toList();
    assertEquals(2, ids.size());
    assertEquals(ids.get(0), ids.get(1));
    operator().get("/api/v1/articles?feed=" + feed).then().body("items", hasSize(1));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void articlesAreListedSearchedAndPaged() {
    outlet.at(
        "/list",
        rss(
            Rss.item("g1", "", "Ambassadeur rappelé à Zanzibarville", "Un"),
            Rss.item("g2", "", "Football", "Deux"),
            Rss.item("g3", "", "Météo", "Trois")));
    String feed = follows(outlet.url("/list"));
    polls(feed);

    operator()
        .get("/api/v1/articles?q=zanzibarville rappelé")
        .then()
        .body("items", hasSize(1))
        .body("items[0].feedId", equalTo(feed))
        .body("next", nullValue());
    String next =
        operator()
            .get("/api/v1/articles?limit=2&feed=" + feed)
            .then()
            .body("items", hasSize(2))
            .body("next.length()", greaterThan(0))
            .extract()
            .path("next");
    operator()
        .get("/api/v1/articles?limit=2&feed=" + feed + "&cursor=" + next)
        .then()
        .body("items", hasSize(1))
        .body("next", nullValue());
    operator().get("/api/v1/articles/none").then().statusCode(404);
    operator().get("/api/v1/articles?cursor=abc").then().statusCode(400);
  }

  @Test
  void anArticlesPageIsPreviewed() {
    outlet.at(
        "/story",
        body(
            "text/html; charset=utf-8",
            "<html lang='fr'><head><link rel='canonical' href='/story'><meta property='og:title'"
                + " content='Titre'><meta property='article:published_time'"
                + " content='2025-09-18T10:00:00+02:00'></head><body><article><p>"
                + "Le texte de l’article. ".repeat(20)
                + "</p></article></body></html>"));

    operator()
        .body(Map.of("url", outlet.url("/story?utm_source=x")))
        .post("/api/v1/articles/preview")
        .then()
        .statusCode(200)
        .body("url", equalTo(outlet.url("/story?utm_source=x")))
        .body("canonicalUrl", equalTo(outlet.url("/story")))
        .body("title", equalTo("Titre"))
        .body("text", containsString("Le texte de l’article."))
        .body("language", equalTo("fr"))
        .body("publishedAt", equalTo("2025-09-18T08:00:00Z"));
  }

  @Test
  void pollingAFeedThatIsNotThereIsAProblem() {
    operator()
        .post("/api/v1/feeds/00000000-0000-0000-0000-000000000000/poll")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
