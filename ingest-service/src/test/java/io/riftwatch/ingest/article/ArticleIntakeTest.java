package io.riftwatch.ingest.article;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.ArticleLog;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ArticleIntakeTest {

  private static final String STORY =
      """
      Les autorités de Karvonie ont ordonné mardi à quatre diplomates de l'Ostrélie voisine de \
      quitter le pays dans les trois jours, les accusant d'avoir transmis des plans du grand barrage \
      du fleuve à une société étrangère. L'Ostrélie a rejeté ces accusations et annoncé une réponse \
      équivalente dans les prochains jours, selon une porte-parole de sa diplomatie.""";

  private static OutletServer outlet;

  EmbeddedBroker broker;
  @Inject ObjectMapper json;

  @BeforeAll
  static void open() {
    outlet = new OutletServer();
  }

  @AfterAll
  static void close() {
    outlet.close();
  }

  private static void carries(String path, String... items) {
    outlet.at(
        path, body("application/rss+xml", Rss.feed("Outlet of " + path, items), "ETag", "\"v1\""));
  }

  private static OutletServer.Page page(String head, String story) {
    return body(
        "text/html; charset=utf-8",
        "<html lang='fr'><head>"
            + head
            + "</head><body><article><h1>Title</h1><p>"
            + story
            + "</p></article></body></html>");
  }

  private static String followsAt(String path, boolean fullText) {
    return follows(Map.of("url", outlet.url(path), "fullText", fullText));
  }

  private List<JsonNode> published(String feed) {
    return ArticleLog.holding(broker, feed).stream().map(this::read).toList();
  }

  private JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(record.value(), e);
    }
  }

  @Test
  void aFeedThatChangesAllItsGuidsPublishesNothingAndReadsNoPageAgain() {
    String link = outlet.url("/guids/1");
    outlet.at("/guids/1", page("", STORY));
    carries(
        "/guids", Rss.item("http://x/?p=1", link, "One", "Short."), Rss.item("2", "", "Two", "B"));
    String feed = followsAt("/guids", true);
    polls(feed);
    carries("/guids", Rss.item("new-1", link, "One", "Short."), Rss.item("new-2", "", "Two", "B"));

    Map<String, Object> report = polls(feed);

    assertEquals(0, report.get("published"));
    assertEquals(0, report.get("revised"));
    assertEquals(2, published(feed).size());
    assertEquals(1, outlet.requests("/guids/1").size());
  }

  @Test
  void aMigrationThatChangesGuidsAndAddressesPublishesNothing() {
    carries("/move", Rss.item("1", outlet.url("/move?p=1"), "One", STORY));
    String feed = followsAt("/move", false);
    polls(feed);
    carries("/move", Rss.item("b1", outlet.url("/2025/09/one"), "One", STORY));

    assertEquals(0, polls(feed).get("published"));
    carries("/move", Rss.item("b1", outlet.url("/2025/09/one"), "One, edited", STORY));
    assertEquals(1, polls(feed).get("revised"));
    assertEquals(1, published(feed).stream().map(a -> a.get("id")).distinct().count());
  }

  @Test
  void oneGuidUnderTwoAddressesIsTwoArticles() {
    carries(
        "/twins",
        Rss.item("0", outlet.url("/twins/1"), "One", "A"),
        Rss.item("0", outlet.url("/twins/2"), "Two", "B"));
    String feed = followsAt("/twins", false);

    assertEquals(2, polls(feed).get("published"));
    assertEquals(0, polls(feed).get("published"));
  }

  @Test
  void theAddressThatAPageGivesItselfJoinsWhatTwoFeedsLinkTo() {
    String head = "<link rel='canonical' href='" + outlet.url("/canon/story") + "'>";
    outlet.at("/canon/go", page(head, STORY));
    outlet.at("/canon/story", page(head, STORY));
    carries("/canon/a", Rss.item("a", outlet.url("/canon/go?id=7"), "Story", "Short."));
    carries("/canon/b", Rss.item("b", outlet.url("/canon/story"), "Story", "In other words."));
    Map<String, Object> a = Map.of("url", outlet.url("/canon/a"), "outlet", "canon.example");
    Map<String, Object> b = Map.of("url", outlet.url("/canon/b"), "outlet", "canon.example");
    String first = follows(a);
    String second = follows(b);

    assertEquals(1, polls(first).get("published"));
    assertEquals(0, polls(second).get("published"));
  }

  @Test
  void pagesThatAllGiveThemselvesOneAddressAreArticlesOfTheirOwn() {
    String head = "<link rel='canonical' href='" + outlet.url("/same/section") + "'>";
    outlet.at("/same/1", page(head, STORY));
    outlet.at(
        "/same/2", page(head, "Autre chose. " + "Rien de commun avec la première. ".repeat(9)));
    carries("/same", Rss.item("1", outlet.url("/same/1"), "One", "Short."));
    String feed = followsAt("/same", true);
    polls(feed);
    carries("/same", Rss.item("2", outlet.url("/same/2"), "Two", "Short."));

    assertEquals(1, polls(feed).get("published"));
  }

  @Test
  void whatTheOutletSetsAroundAReportIsNoRevision() {
    carries("/lines", Rss.item("1", "", "“One”", "<p>" + STORY + "</p>"));
    String feed = followsAt("/lines", false);
    polls(feed);
    carries(
        "/lines",
        Rss.item(
            "1", "", "\"One\"", "<p>" + STORY + "</p><p>Mis à jour le 18/09/2025 à 12h34</p>"));

    assertEquals(0, polls(feed).get("revised"));
    carries("/lines", Rss.item("1", "", "\"One\"", "<p>" + STORY + " Quatre.</p>"));
    assertEquals(1, polls(feed).get("revised"));
  }

  @Test
  void aPageThatFailsInPassingIsReadWithALaterPollThoughTheFeedDidNotChange() {
    outlet.at("/owed/1", status(502));
    carries("/owed", Rss.item("1", outlet.url("/owed/1"), "One", "Short."));
    String feed = followsAt("/owed", true);

    assertEquals(1, polls(feed).get("published"));
    outlet.at("/owed/1", page("", STORY));
    assertEquals(1, polls(feed).get("revised"));
    assertEquals(0, polls(feed).get("revised"));

    assertEquals(List.of(), outlet.requests("/owed").get(1).header("If-none-match"));
    assertEquals(List.of("\"v1\""), outlet.requests("/owed").get(2).header("If-none-match"));
    assertEquals(List.of("Short.", STORY), texts(feed));
  }

  private List<String> texts(String feed) {
    return published(feed).stream()
        .sorted((a, b) -> a.get("revision").asInt() - b.get("revision").asInt())
        .map(article -> article.get("text").asText())
        .toList();
  }

  @Test
  void aPageThatFailsForGoodIsNotAskedForAgainAndAnOwedOneOnlySoOften() {
    outlet.at("/lost/1", status(403));
    outlet.at("/lost/2", status(500));
    carries(
        "/lost",
        Rss.item("1", outlet.url("/lost/1"), "One", "Short."),
        Rss.item("2", outlet.url("/lost/2"), "Two", "Short, too."));
    String feed = followsAt("/lost", true);

    IntStream.range(0, 7).forEach(i -> polls(feed));

    assertEquals(1, outlet.requests("/lost/1").size());
    assertEquals(4, outlet.requests("/lost/2").size());
    assertEquals(2, published(feed).size());
  }

  @Test
  void anEditWhosePageFailsInPassingDoesNotCutTheText() {
    outlet.at("/cut/1", page("", STORY));
    carries("/cut", Rss.item("1", outlet.url("/cut/1"), "One", "Short."));
    String feed = followsAt("/cut", true);
    polls(feed);
    outlet.at("/cut/1", status(502));
    carries("/cut", Rss.item("1", outlet.url("/cut/1"), "One, edited", "Short."));

    assertEquals(0, polls(feed).get("revised"));
    outlet.at("/cut/1", page("", STORY));
    assertEquals(1, polls(feed).get("revised"));

    assertEquals(List.of(STORY, STORY), texts(feed));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500})
  void anEditWhosePageIsLostKeepsTheTextThatThePageGave(int status) {
    String path = "/kept/" + status;
    outlet.at(path + "/1", page("", STORY));
    carries(path, Rss.item("1", outlet.url(path + "/1"), "One", "Short."));
    String feed = followsAt(path, true);
    polls(feed);
    outlet.at(path + "/1", status(status));
    carries(path, Rss.item("1", outlet.url(path + "/1"), "One, edited", "Shorter."));
    IntStream.range(0, 5).forEach(i -> polls(feed));

    assertEquals(List.of(STORY, STORY), texts(feed));
    carries(path, Rss.item("1", outlet.url(path + "/1"), "One, edited", "Shortest."));
    IntStream.range(0, 5).forEach(i -> polls(feed));
    assertEquals(2, published(feed).size());
  }

  @Test
  void anEditOfATextThatTheFeedGaveIsTakenThoughThePageIsLost() {
    outlet.at("/gone/1", status(404));
    carries("/gone", Rss.item("1", outlet.url("/gone/1"), "One", "Five are expelled."));
    String feed = followsAt("/gone", true);
    polls(feed);
    carries("/gone", Rss.item("1", outlet.url("/gone/1"), "One", "Four."));

    assertEquals(1, polls(feed).get("revised"));
    assertEquals(List.of("Five are expelled.", "Four."), texts(feed));
  }

  @Test
  void anArticleDoesNotWaitForThePagesOfOthers() {
    CountDownLatch answer = new CountDownLatch(1);
    outlet.at(
        "/slow/1",
        exchange -> {
          try {
            answer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          page("", STORY).answer(exchange);
        });
    carries(
        "/slow",
        Rss.item("1", outlet.url("/slow/1"), "Slow", "Short."),
        Rss.item("2", "", "Quick", "Whole."));
    String feed = followsAt("/slow", true);

    CompletableFuture<Map<String, Object>> poll = CompletableFuture.supplyAsync(() -> polls(feed));
    try {
      await().until(() -> published(feed).size() == 1);
      assertEquals("Quick", published(feed).get(0).get("title").asText());
      await()
          .untilAsserted(
              () ->
                  operator()
                      .get("/api/v1/articles?feed=" + feed)
                      .then()
                      .body("items.size()", is(1)));
    } finally {
      answer.countDown();
    }
    assertEquals(2, poll.join().get("published"));
  }

  @Test
  void aPollReadsSoManyPagesAndLaterOnesTheRest() {
    int entries = 25;
    String[] items =
        IntStream.range(0, entries)
            .mapToObj(i -> Rss.item("" + i, outlet.url("/many/" + i), "Number " + i, "Short " + i))
            .toArray(String[]::new);
    IntStream.range(0, entries).forEach(i -> outlet.at("/many/" + i, page("", STORY + " " + i)));
    carries("/many", items);
    String feed = followsAt("/many", true);

    assertEquals(entries, polls(feed).get("published"));
    assertEquals(10, published(feed).stream().filter(this::isWhole).count());
    assertEquals(10, polls(feed).get("revised"));
    assertEquals(5, polls(feed).get("revised"));
    assertEquals(0, polls(feed).get("revised"));
    assertEquals(entries, published(feed).stream().filter(this::isWhole).count());
  }

  @RepeatedTest(8)
  void anArticleThatTwoFeedsOfAnOutletCarryAtOnceIsPublishedOnce(RepetitionInfo repetition) {
    String path = "/both/" + repetition.getCurrentRepetition();
    String link = outlet.url(path + "/story");
    List<String> feeds =
        Stream.of("a", "b")
            .map(
                name -> {
                  carries(path + name, Rss.item(name, link, "One", path + " in words of " + name));
                  return follows(
                      Map.of(
                          "url",
                          outlet.url(path + name),
                          "outlet",
                          "both.example",
                          "fullText",
                          false));
                })
            .toList();

    feeds.stream()
        .map(feed -> CompletableFuture.runAsync(() -> polls(feed)))
        .toList()
        .forEach(CompletableFuture::join);
    feeds.forEach(feed -> polls(feed));

    assertEquals(1, ArticleLog.holding(broker, path + " in words of").size());
  }

  private boolean isWhole(JsonNode article) {
    return article.get("text").asText().startsWith("Les autorités");
  }

  @Test
  void copiesOfOneTextArePublishedAsAGroupThatCanBeListed() {
    String story =
        IntStream.range(0, 90).mapToObj(i -> "mot" + i).collect(Collectors.joining(" ", "", "."));
    carries("/wire/a", Rss.item("a", outlet.url("/wire/a/1"), "Titre", "(AFP) - " + story));
    carries("/wire/b", Rss.item("b", outlet.url("/wire/b/1"), "Autre titre", story + " Avec AFP."));
    carries(
        "/wire/c", Rss.item("c", outlet.url("/wire/c/1"), "Titre", story.replace("mot", "autre")));
    List<String> feeds =
        List.of(
            followsAt("/wire/a", false), followsAt("/wire/b", false), followsAt("/wire/c", false));
    feeds.forEach(feed -> polls(feed));

    JsonNode original = published(feeds.get(0)).get(0);
    JsonNode copy = published(feeds.get(1)).get(0);
    JsonNode other = published(feeds.get(2)).get(0);

    String group = original.get("id").asText();
    assertEquals(group, original.get("wireGroup").asText());
    assertEquals(group, copy.get("wireGroup").asText());
    assertEquals(other.get("id"), other.get("wireGroup"));
    assertEquals("AFP", original.get("agency").asText());
    assertTrue(other.get("agency").isNull());
    operator()
        .get("/api/v1/articles?wireGroup=" + group)
        .then()
        .body("items.id", containsInAnyOrder(group, copy.get("id").asText()));
  }

  @Test
  void theLanguageIsTheTextsWhateverTheFeedClaims() {
    carries(
        "/tongue",
        Rss.item(
            "1",
            "",
            "Eins",
            "Das Außenministerium bestellte den Botschafter ein und übergab ihm eine Protestnote wegen der Äußerungen der Woche."),
        Rss.item(
            "2",
            "",
            "Deux",
            "Le ministère a convoqué l'ambassadeur et lui a remis une note de protestation."));
    String feed = followsAt("/tongue", false);

    polls(feed);

    assertEquals(
        Map.of("Eins", "de", "Deux", "fr"),
        published(feed).stream()
            .collect(
                Collectors.toMap(a -> a.get("title").asText(), a -> a.get("language").asText())));
  }

  @Test
  void anArticleIsOnTheTopicWithinAQuarterOfASecondOfItsReading() {
    carries("/lag", Rss.item("0", "", "Zero", STORY));
    String feed = followsAt("/lag", false);
    for (int i = 0; i < 40; i++) {
      carries("/lag", Rss.item("n" + i, "", "Number " + i, STORY + " " + i));
      polls(feed);
    }

    List<Long> lags =
        ArticleLog.holding(broker, feed).stream()
            .map(r -> r.timestamp() - Instant.parse(ArticleLog.header(r, "ce_time")).toEpochMilli())
            .sorted()
            .toList();

    assertEquals(40, lags.size());
    assertTrue(lags.get(37) < Duration.ofMillis(250).toMillis(), "lags in ms: " + lags);
  }
}
