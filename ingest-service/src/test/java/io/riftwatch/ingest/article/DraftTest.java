package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.language.Languages;
import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {

  private static final Instant SEEN = Instant.parse("2025-09-18T10:00:00Z");
  private static final URI SITE = URI.create("https://outlet.example/");
  private static final Source SOURCE =
      new Source("f", "outlet.example", SITE, Optional.empty(), Source.Links.READ);

  private static Item item(String title, String summary, Optional<Instant> updated) {
    return new Item(
        new Entry(
            Optional.empty(),
            Optional.empty(),
            title,
            Optional.empty(),
            updated,
            Optional.empty(),
            Optional.empty(),
            summary,
            ""),
        "key",
        "id",
        new Item.Content("hash", 1));
  }

  private static Optional<Page> page(String text) {
    return Optional.of(
        new Page(
            SITE,
            SITE,
            "Page title",
            text,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Optional<Article> draft(Item item, Optional<Page> page) {
    return new Draft(1000, new Languages()).of(SOURCE, item, "id", 1, page, SEEN);
  }

  @Test
  void whatTheFeedLeavesOutIsFilledWithWhatIsSafe() {
    Article article = draft(item("One", "", Optional.empty()), Optional.empty()).orElseThrow();

    assertEquals(SITE, article.url());
    assertEquals(SEEN, article.publishedAt());
    assertEquals("und", article.language());
    assertEquals("", article.text());
  }

  @Test
  void theUpdateStandsForAMissingDateUnlessItLiesAhead() {
    Optional<Instant> past = Optional.of(SEEN.minusSeconds(60));
    Optional<Instant> ahead = Optional.of(SEEN.plusSeconds(60));

    assertEquals(
        past.get(), draft(item("One", "", past), Optional.empty()).orElseThrow().publishedAt());
    assertEquals(SEEN, draft(item("One", "", ahead), Optional.empty()).orElseThrow().publishedAt());
  }

  @Test
  void thePageIsReadWhereItSaysMoreThanTheFeed() {
    Item item = item("One", "A summary.", Optional.empty());

    assertEquals(
        "A summary. And the story.",
        draft(item, page("A summary. And the story.")).orElseThrow().text());
    assertEquals("A summary.", draft(item, page("Log in")).orElseThrow().text());
  }

  @Test
  void anEntryWithoutTitleIsCalledByItsFirstWords() {
    String words = "word ".repeat(60).strip();

    String title = draft(item("", words, Optional.empty()), Optional.empty()).orElseThrow().title();

    assertTrue(title.length() <= 141 && title.endsWith("word…"), title);
  }

  @Test
  void aTextLongerThanTheLogTakesIsCutAtAWord() {
    String text =
        draft(item("One", "word ".repeat(300), Optional.empty()), Optional.empty())
            .orElseThrow()
            .text();

    assertTrue(text.length() <= 1001 && text.endsWith("word…"), text);
  }

  @Test
  void anEntryWithoutAWordIsNoArticle() {
    assertEquals(Optional.empty(), draft(item("", "", Optional.empty()), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', Le Monde, https://www.lemonde.fr/international, lemonde.fr",
    "'', '', http://feeds.bbci.co.uk/news, feeds.bbci.co.uk",
    "'', Le Courrier, http://127.0.0.1:9000/, Le Courrier",
    "'', Le Courrier, http://[::1]:9000/, Le Courrier",
    "'', Le Courrier, http://localhost/, Le Courrier",
    "'', '', http://127.0.0.1:9000/, 127.0.0.1",
    "afp.com, Le Courrier, http://127.0.0.1/, afp.com"
  })
  void theOutletIsNamedByTheOperatorElseItsHostElseItsTitle(
      String given, String title, URI site, String outlet) {
    assertEquals(outlet, Outlet.name(given, title, site));
  }
}
