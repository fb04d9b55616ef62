package io.riftwatch.ingest.feed;

import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.OutletServer.body;
import static io.riftwatch.ingest.OutletServer.status;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.riftwatch.embedded.Backends;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedPreviewTest {

  private static OutletServer outlet;

  private final CountDownLatch givenUp = new CountDownLatch(1);

  @BeforeAll
  static void open() {
    outlet = new OutletServer();
  }

  @AfterAll
  static void close() {
    outlet.close();
  }

  private static ValidatableResponse preview(String path) {
    return operator().body(Map.of("url", outlet.url(path))).post("/api/v1/feeds/preview").then();
  }

  private static void refused(String path, String reason) {
    preview(path)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", containsString(reason));
  }

  @Test
  void aPreviewHoldsExactlyWhatTheFeedGives() {
    outlet.at(
        "/preview",
        body(
            "application/rss+xml",
            Rss.feed("Le Courrier", Rss.item("g1", "/1", "Un", "<p>A</p><p>B</p>"), "<item/>")));

    Map<String, Object> preview =
        preview("/preview").statusCode(200).extract().jsonPath().getMap("");

    assertEquals(
        Set.of("title", "siteUrl", "language", "format", "warnings", "entries"), preview.keySet());
    preview("/preview")
        .body("title", equalTo("Le Courrier"))
        .body("siteUrl", nullValue())
        .body("language", equalTo("fr"))
        .body("format", equalTo("RSS 2.0"))
        .body("warnings", hasSize(0))
        .body("entries", hasSize(2))
        .body(
            "entries[0].keySet()",
            equalTo(
                Set.of(
                    "guid",
                    "url",
                    "title",
                    "publishedAt",
                    "updatedAt",
                    "author",
                    "summary",
                    "content")))
        .body("entries[0].guid", equalTo("g1"))
        .body("entries[0].url", equalTo(outlet.url("/1")))
        .body("entries[0].publishedAt", equalTo("2025-09-18T10:00:00Z"))
        .body("entries[0].updatedAt", nullValue())
        .body("entries[0].summary", equalTo("A\n\nB"))
        .body("entries[1].guid", nullValue());
  }

  @Test
  void aFeedOfNoEntriesIsPreviewed() {
    outlet.at("/empty", body("application/rss+xml", Rss.feed("Nothing yet")));

    preview("/empty").statusCode(200).body("entries", equalTo(List.of()));
  }

  @Test
  void theWrongCharsetOfAHeaderIsSeenThrough() {
    outlet.at(
        "/charset",
        body("text/xml; charset=iso-8859-1", Rss.feed("Élysée", Rss.item("1", "/", "Été", ""))));

    preview("/charset")
        .statusCode(200)
        .body("title", equalTo("Élysée"))
        .body("warnings[0]", containsString("iso-8859-1"));
  }

  @Test
  void aDateIn2099IsLeftOutWithAWarning() {
    outlet.at(
        "/2099",
        body(
            "application/rss+xml",
            Rss.feed(
                "Ahead",
                "<item><title>T</title><pubDate>Fri, 18 Sep 2099 10:00:00 GMT</pubDate></item>")));

    preview("/2099")
        .statusCode(200)
        .body("entries[0].publishedAt", nullValue())
        .body("warnings[0]", containsString("2099"));
  }

  @Test
  void aWebPageIsRefusedWithAHint() {
    outlet.at("/page", body("application/rss+xml", "<!DOCTYPE html><html><p>Hello</html>"));

    refused("/page", "this is a web page, not a feed");
  }

  @Test
  void aSiteIsPreviewedByTheFeedItNames() {
    outlet.at(
        "/site/",
        body(
            "text/html",
            "<html><head><link rel='alternate' type='application/rss+xml' title='All comments'"
                + " href='comments/feed'><link rel='alternate' type='application/rss+xml'"
                + " title='World' href='world.xml'></head><a href='/other/feed'>Other</a></html>"));
    outlet.at("/site/world.xml", body("application/rss+xml", Rss.feed("World")));

    preview("/site/")
        .statusCode(200)
        .body("title", equalTo("World"))
        .body("warnings[0]", containsString("is a web page"))
        .body("warnings[0]", containsString("/site/world.xml"));
    operator()
        .body(Map.of("url", outlet.url("/site/")))
        .post("/api/v1/feeds/discover")
        .then()
        .statusCode(200)
        .body("title", equalTo(List.of("World", "Other", "All comments")))
        .body("type", equalTo(List.of("application/rss+xml", "", "application/rss+xml")))
        .body("url[0]", equalTo(outlet.url("/site/world.xml")));
  }

  @Test
  void aFeedIsDiscoveredAtItsOwnAddress() {
    outlet.at("/own", body("application/rss+xml", Rss.feed("Own")));

    operator()
        .body(Map.of("url", outlet.url("/own")))
        .post("/api/v1/feeds/discover")
        .then()
        .body("url", equalTo(List.of(outlet.url("/own"))))
        .body("title", equalTo(List.of("Own")));
  }

  @Test
  void aRepairIsNamedWithItsPlace() {
    outlet.at(
        "/cut", body("text/plain", "<rss version='2.0'><channel><title>Tom & Cut</title><item>"));

    preview("/cut")
        .statusCode(200)
        .body("title", equalTo("Tom & Cut"))
        .body("entries", hasSize(0))
        .body("warnings", hasItem(startsWith("line 1: an ampersand that begins no reference")))
        .body("warnings", hasItem(startsWith("line 1: the document breaks off")))
        .body("warnings", hasItem(startsWith("the server says that this is text/plain")));
  }

  @Test
  void theBaseAndTheLanguageMayComeWithTheAnswer() {
    outlet.at(
        "/headers",
        body(
            "application/atom+xml",
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='world'/></feed>",
            "Content-Location",
            "https://outlet.example/news/feed",
            "Content-Language",
            "pt-BR"));

    preview("/headers")
        .body("siteUrl", equalTo("https://outlet.example/news/world"))
        .body("language", equalTo("pt"));
  }

  @Test
  void theContentIsTheSummaryWhereThereIsNoOther() {
    outlet.at(
        "/content",
        body(
            "application/atom+xml",
            "<feed><entry><content type='html'>&lt;p&gt;All.&lt;/p&gt;</content></entry></feed>"));

    preview("/content")
        .body("entries[0].summary", equalTo("All."))
        .body("entries[0].content", equalTo("All."));
  }

  @Test
  void externalEntitiesAreNotFetched() {
    outlet.at(
        "/xxe",
        body(
            "application/rss+xml",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \""
                + outlet.url("/secret")
                + "\">]><rss version='2.0'><channel><title>&x;</title></channel></rss>"));

    preview("/xxe")
        .statusCode(200)
        .body("title", equalTo("&x;"))
        .body("warnings[0]", containsString("is not expanded"));
    assertEquals(List.of(), outlet.requests("/secret"));
  }

  @Test
  void anEntityBombIsNotExpanded() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("]><rss version='2.0'><channel><title>&a11;</title></channel></rss>");
    outlet.at("/bomb", body("application/rss+xml", bomb.toString()));

    preview("/bomb").statusCode(200).body("title", equalTo("&a11;"));
  }

  @Test
  void aBodyOf200MegabytesIsCutOffAtTheLimit() {
    byte[] megabyte = new byte[1 << 20];
    outlet.at(
        "/huge",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 200; i++) {
            exchange.getResponseBody().write(megabyte);
          }
        });

    refused("/huge", "more than 5242880 bytes");
  }

  @Test
  void aGzipBombIsCutOffAtTheLimit() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(megabyte);
      }
    }
    outlet.at(
        "/gzip-bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, bomb.size());
          bomb.writeTo(exchange.getResponseBody());
        });

    refused("/gzip-bomb", "15728640");
  }

  @Test
  void aBodyThatNeverEndsIsGivenUp() {
    outlet.at(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (!isGivenUpWithin(Duration.ofMillis(20))) {
            exchange.getResponseBody().write(" ".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
          }
        });

    refused("/endless", "did not answer in full within PT2S");
    givenUp.countDown();
  }

  private boolean isGivenUpWithin(Duration pause) throws IOException {
    try {
      return givenUp.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException("the server is closing", e);
    }
  }

  @Test
  void redirectsAreFollowedUpToTheLimit() {
    outlet.at("/moved", status(301, "Location", "/moved-again"));
    outlet.at("/moved-again", status(302, "Location", outlet.url("/target")));
    outlet.at("/target", body("application/rss+xml", Rss.feed("Moved")));
    outlet.at("/loop", status(302, "Location", "/loop"));

    preview("/moved").statusCode(200).body("title", equalTo("Moved"));
    refused("/loop", "redirects once more after 5 times");
  }

  @ParameterizedTest
  @CsvSource({"500, answers 500", "404, answers 404", "410, is gone for good", "204, empty"})
  void anAnswerWithoutAFeedIsReported(int status, String reason) {
    outlet.at("/status-" + status, status(status));

    refused("/status-" + status, reason);
  }

  @Test
  void anAddressInsideTheNetworkIsRefusedByTheGuard() {
    operator()
        .body(Map.of("url", "http://169.254.169.254/latest/meta-data"))
        .post("/api/v1/feeds/preview")
        .then()
        .statusCode(422)
        .body("detail", containsString("RIFTWATCH_EGRESS_ALLOW"));
  }

  @ParameterizedTest
  @CsvSource({"'{\"url\": \"nonsense\"}', url", "'{\"uri\": \"http://a.example/\"}', uri"})
  void whatIsWrongInARequestIsNamed(String body, String field) {
    operator()
        .body(body)
        .post("/api/v1/feeds/preview")
        .then()
        .statusCode(400)
        .body("detail", containsString(field));
  }
}
