package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.riftwatch.ingest.article.Known.StoredArticle;
import io.riftwatch.ingest.article.Known.StoredItem;
import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTest {

  private static final String FEED = "world";
  private static final int ATTEMPTS = 3;
  private static final Source SOURCE =
      new Source(
          FEED,
          "outlet.example",
          URI.create("https://outlet.example/"),
          Optional.empty(),
          Source.Links.READ);

  private static Item item(String guid, String url, Optional<Instant> published, String text) {
    Entry entry =
        new Entry(
            Optional.of(guid),
            Optional.of(URI.create(url)),
            "Title",
            published,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            text,
            "");
    return Identity.of(SOURCE, List.of(entry)).get(0);
  }

  private static Item item(String guid, String url) {
    return item(
        guid, url, Optional.empty(), "A text of more than eight words in all, title included.");
  }

  private static StoredItem stored(Item item, String articleId, int pageTries) {
    return new StoredItem(
        item.key(),
        articleId,
        item.content().hash(),
        item.entry().publishedAt(),
        pageTries,
        Instant.EPOCH);
  }

  private static StoredArticle article(String id, String feed) {
    return new StoredArticle(id, feed, 2, "t");
  }

  private static Novelty novelty(Item item, List<StoredItem> items, StoredArticle... articles) {
    return new Known(items, List.of(articles), Map.of(), List.of(item))
        .novelty(FEED, item, ATTEMPTS);
  }

  @Test
  void anItemIsMeasuredAgainstWhatIsStored() {
    Item item = item("g1", "https://outlet.example/1");
    Item edited = item("g1", "https://outlet.example/1", Optional.empty(), "Edited.");

    assertEquals(new Novelty.Fresh(item.articleId(), 0), novelty(item, List.of()));
    assertInstanceOf(
        Novelty.Seen.class,
        novelty(item, List.of(stored(item, "earlier", 0)), article("earlier", FEED)));
    assertEquals(
        new Novelty.Touched("earlier", 2, "t", 0),
        novelty(edited, List.of(stored(item, "earlier", 0)), article("earlier", FEED)));
    assertEquals(
        new Novelty.Carried(item.articleId()),
        novelty(item, List.of(), article(item.articleId(), "africa")));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, true", "3, false"})
  void aPageIsOwedUntilItWasAskedForOftenEnough(int tries, boolean isOwed) {
    Item item = item("g1", "https://outlet.example/1");

    Novelty novelty =
        novelty(item, List.of(stored(item, "earlier", tries)), article("earlier", FEED));

    assertEquals(
        isOwed ? new Novelty.Touched("earlier", 2, "t", tries) : new Novelty.Seen(), novelty);
  }

  @Test
  void anEntryUnderANewGuidIsTheArticleOfItsAddress() {
    Item before = item("g1", "https://outlet.example/1");
    Item after = item("g2", "https://outlet.example/1");

    assertEquals(
        new Novelty.Carried(before.articleId()),
        novelty(
            after,
            List.of(stored(before, before.articleId(), 0)),
            article(before.articleId(), FEED)));
  }

  @Test
  void anEntryUnderANewGuidWithAnotherTextIsAnEditOfTheArticleAtItsAddress() {
    Item before = item("g1", "https://outlet.example/1");
    Item after = item("g2", "https://outlet.example/1", Optional.empty(), "Edited.");

    assertEquals(
        new Novelty.Touched(before.articleId(), 2, "t", 0),
        novelty(
            after,
            List.of(stored(before, before.articleId(), 0)),
            article(before.articleId(), FEED)));
  }

  @ParameterizedTest(name = "{0} words, then dated {1}, now {2}: returns {3}")
  @CsvSource({
    "40, '', '', true",
    "40, 2025-09-18T10:00:00Z, 2025-09-20T10:00:00Z, true",
    "8, '', '', true",
    "8, 2025-09-18T10:00:00Z, '', true",
    "8, 2025-09-18T10:00:00Z, 2025-09-18T10:00:00Z, true",
    "8, 2025-09-18T10:00:00Z, 2025-09-19T10:00:00Z, false",
    "2, 2025-09-18T10:00:00Z, 2025-09-18T10:00:00Z, true",
    "2, 2025-09-18T10:00:00Z, 2025-09-19T10:00:00Z, false",
    "2, '', '', false"
  })
  void anEntryUnderANewGuidAndAddressReturnsWhereItsTextCannotBeAnothers(
      int words, String then, String now, boolean returns) {
    String text = "word ".repeat(words - 1);
    Item before = item("g1", "https://outlet.example/1", date(then), text);
    Item after = item("g2", "https://outlet.example/neu/1", date(now), text);

    Novelty novelty =
        novelty(after, List.of(stored(before, "earlier", 0)), article("earlier", FEED));

    assertEquals(
        returns ? new Novelty.Carried("earlier") : new Novelty.Fresh(after.articleId(), 0),
        novelty);
  }

  private static Optional<Instant> date(String date) {
    return date.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(date));
  }

  @Test
  void twoEntriesThatAFeedCarriesAtOnceAreTwoWhateverTheirTexts() {
    Item one = item("g1", "https://outlet.example/1");
    Item two = item("g2", "https://outlet.example/2");
    Known known =
        new Known(
            List.of(stored(one, one.articleId(), 0)),
            List.of(article(one.articleId(), FEED)),
            Map.of(),
            List.of(one, two));

    assertEquals(new Novelty.Fresh(two.articleId(), 0), known.novelty(FEED, two, ATTEMPTS));
  }

  @Test
  void anArticleIsKnownByItsOtherAddresses() {
    Item item = item("g1", "https://outlet.example/short/1");
    Known known =
        new Known(
            List.of(),
            List.of(article("whole", "africa")),
            Map.of(item.articleId(), "whole"),
            List.of(item));

    assertEquals(new Novelty.Carried("whole"), known.novelty(FEED, item, ATTEMPTS));
    assertEquals(true, known.isCarriedNow("whole"));
  }
}
