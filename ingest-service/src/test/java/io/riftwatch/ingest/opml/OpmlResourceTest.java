package io.riftwatch.ingest.opml;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.riftwatch.embedded.Backends;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpmlResourceTest {

  private static ValidatableResponse load(String document) {
    return operator().contentType(ContentType.XML).body(document).post("/api/v1/opml").then();
  }

  @Test
  void whatIsNewIsImportedAndWhatIsWrongIsRefusedWithItsReason() {
    follows("https://opml.example/there");

    load("""
        <opml version="2.0"><body>
        <outline text="New" xmlUrl="https://opml.example/new" language="pt-BR"/>
        <outline text="New again" xmlUrl="https://opml.example/new"/>
        <outline text="There" xmlUrl="https://opml.example/there"/>
        <outline text="Bad" xmlUrl="feed://opml.example/bad"/>
        <outline text="Bad" xmlUrl="https://opml.example/bad" xmlns:r="urn:riftwatch:opml" r:pollInterval="often"/>
        <outline text="Slow" xmlUrl="https://opml.example/slow" xmlns:r="urn:riftwatch:opml" r:pollInterval="P31D"/>
        </body></opml>""")
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("alreadyThere", equalTo(2))
        .body("refused", hasSize(3))
        .body("refused[0].line", equalTo(5))
        .body("refused[0].url", equalTo("feed://opml.example/bad"))
        .body("refused[0].reason", containsString("xmlUrl must be an absolute http or https"))
        .body("refused[1].reason", containsString("pollInterval"))
        .body("refused[2].reason", containsString("at most 30 days"));
  }

  @Test
  void theExportImportsAsTheSameFeeds() {
    String id =
        follows(
            Map.of(
                "url", "https://opml.example/round?a=1&b=2",
                "title", "Round <trip>",
                "outlet", "round.example",
                "language", "tr",
                "pollInterval", "PT5M",
                "fullText", false));
    String export =
        operator()
            .get("/api/v1/opml")
            .then()
            .statusCode(200)
            .contentType("text/x-opml")
            .extract()
            .asString();
    assertTrue(export.contains("<opml version=\"2.0\""), export);
    operator().delete("/api/v1/feeds/" + id).then().statusCode(204);

    load(export).statusCode(200).body("imported", equalTo(1)).body("refused", hasSize(0));

    operator()
        .get("/api/v1/feeds?limit=500")
        .then()
        .body(
            "items.find { it.url == 'https://opml.example/round?a=1&b=2' }.with"
                + " { [title, outlet, language, pollInterval, fullText] }.join('|')",
            equalTo("Round <trip>|round.example|tr|PT5M|false"));
  }

  @Test
  void whatIsNoOpmlIsAProblem() {
    load("<rss version='2.0'/>")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("its root element is <rss>"));
    load("no xml")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("no well-formed XML"));
  }
}
