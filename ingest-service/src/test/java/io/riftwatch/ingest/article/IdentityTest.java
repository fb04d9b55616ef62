package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.riftwatch.ingest.article.Known.StoredArticle;
import io.riftwatch.ingest.article.Known.StoredItem;
import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final Source WORLD = source("world");
  private static final Source AFRICA = source("africa");

  private static Source source(String feedId) {
    return new Source(
        feedId,
        "outlet.example",
        URI.create("https://outlet.example/"),
        Optional.of("fr"),
        Source.Links.READ);
  }

  private static Entry entry(String guid, String url, String title) {
    return new Entry(
        Optional.ofNullable(guid),
        Optional.ofNullable(url).map(URI::create),
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  private static Item item(Source source, Entry entry) {
    return Identity.of(source, List.of(entry)).get(0);
  }

  @Test
  void anEntryKeepsItsKeyUnderItsGuidWhateverItsAddress() {
    Item before = item(WORLD, entry("g1", "https://outlet.example/1", "One"));
    Item after = item(WORLD, entry("g1", "https://outlet.example/one-renamed", "One, edited"));

    assertEquals(before.key(), after.key());
    assertNotEquals(before.contentHash(), after.contentHash());
  }

  @Test
  void theSamePageInTwoFeedsOfAnOutletIsOneArticle() {
    Item world = item(WORLD, entry("w-1", "https://outlet.example/1?utm_source=w", "One"));
    Item africa = item(AFRICA, entry("a-1", "https://OUTLET.example/1#top", "One"));

    assertEquals(world.articleId(), africa.articleId());
  }

  @Test
  void withoutGuidTheAddressIsTheIdentity() {
    assertEquals(
        item(WORLD, entry(null, "https://outlet.example/1?utm_medium=x", "One")).key(),
        item(WORLD, entry(null, "https://outlet.example/1", "Edited")).key());
  }

  @Test
  void withoutGuidAndAddressTheTitleIsTheIdentity() {
    Item one = item(WORLD, entry(null, null, "One"));

    assertEquals(one, item(WORLD, entry(null, null, "One")));
    assertNotEquals(one.articleId(), item(WORLD, entry(null, null, "Two")).articleId());
    assertNotEquals(one.articleId(), item(AFRICA, entry(null, null, "One")).articleId());
  }

  @Test
  void entriesThatAllLinkToOnePageAreArticlesOfTheirOwn() {
    List<Item> items =
        Identity.of(
            WORLD,
            List.of(
                entry("g1", "https://outlet.example/live", "One"),
                entry("g2", "https://outlet.example/live", "Two"),
                entry("g3", "https://outlet.example/", "Three")));

    assertEquals(3, items.stream().map(Item::articleId).distinct().count());
    assertNotEquals(
        items.get(2).articleId(),
        item(WORLD, entry("g4", "https://outlet.example", "Four")).articleId());
  }

  @Test
  void anEntryRepeatedInOneReadingCountsOnce() {
    List<Item> items =
        Identity.of(WORLD, List.of(entry("g1", null, "First"), entry("g1", null, "Again")));

    assertEquals(List.of("First"), items.stream().map(i -> i.entry().title()).toList());
  }

  @Test
  void anItemIsMeasuredAgainstWhatIsStored() {
    Item item = item(WORLD, entry("g1", "https://outlet.example/1", "One"));
    Map<String, StoredItem> same =
        Map.of(item.key(), new StoredItem("earlier", item.contentHash()));
    Map<String, StoredItem> edited = Map.of(item.key(), new StoredItem("earlier", "other"));
    Map<String, StoredArticle> ofWorld = Map.of("earlier", new StoredArticle("world", 2, "t"));
    Map<String, StoredArticle> ofAfrica =
        Map.of(item.articleId(), new StoredArticle("africa", 1, "t"));

    assertInstanceOf(Novelty.Seen.class, new Known(same, ofWorld).novelty("world", item));
    assertEquals(
        new Novelty.Touched("earlier", 2, "t"), new Known(edited, ofWorld).novelty("world", item));
    assertEquals(
        new Novelty.Carried(item.articleId()),
        new Known(Map.of(), ofAfrica).novelty("world", item));
    assertEquals(
        new Novelty.Fresh(item.articleId()), new Known(Map.of(), Map.of()).novelty("world", item));
  }
}
