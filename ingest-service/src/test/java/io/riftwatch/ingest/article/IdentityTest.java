package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertNotEquals(before.content(), after.content());
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
  void entriesThatShareAGuidUnderDifferentAddressesAreArticlesOfTheirOwn() {
    List<Item> items =
        Identity.of(
            WORLD,
            List.of(
                entry("0", "https://outlet.example/1", "One"),
                entry("0", "https://outlet.example/2", "Two"),
                entry("0", "https://outlet.example/2?utm_source=rss", "Two")));

    assertEquals(2, items.size());
    assertEquals(2, items.stream().map(Item::articleId).distinct().count());
    assertEquals(
        items.get(0).articleId(),
        item(WORLD, entry("0", "https://outlet.example/1", "One")).articleId());
  }

  @Test
  void entriesWithoutGuidThatLinkToOnePageAreTheirTitles() {
    List<Item> items =
        Identity.of(
            WORLD,
            List.of(
                entry(null, "https://outlet.example/live", "One"),
                entry(null, "https://outlet.example/live", "Two"),
                entry(null, "https://outlet.example/live", "One")));

    assertEquals(2, items.stream().map(Item::articleId).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({
    "http://outlet.example/?p=7, https://outlet.example/?p=7, true",
    "HTTP://outlet.example/?p=7, https://outlet.example/?p=7, true",
    "tag:outlet.example:7, tag:outlet.example:7, true",
    "https://outlet.example/?p=7, https://outlet.example/?p=8, false",
    "https://outlet.example/live#1, https://outlet.example/live#2, false"
  })
  void aGuidThatIsAnAddressOutlivesTheMoveToHttps(String before, String after, boolean isSame) {
    assertEquals(
        isSame,
        item(WORLD, entry(before, null, "One"))
            .key()
            .equals(item(WORLD, entry(after, null, "One")).key()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://outlet.example/amp/1, https://outlet.example/1, true",
    "http://www.outlet.example/1/, https://outlet.example/1, true",
    "https://m.outlet.example/1, https://outlet.example/1, true",
    "https://outlet.example/1, https://outlet.example/2, false",
    "https://outlet.example/?p=1, https://outlet.example/?p=2, false"
  })
  void twoAddressesOfOnePageAreOneArticle(String a, String b, boolean isSame) {
    assertEquals(
        isSame,
        item(WORLD, entry("g1", a, "One"))
            .articleId()
            .equals(item(WORLD, entry("g2", b, "One")).articleId()));
  }

  @Test
  void aFrontPageIsNoArticle() {
    assertEquals(
        Optional.empty(),
        Identity.articleAt(
            "outlet.example", URI.create("https://www.outlet.example/?utm_source=x")));
  }

  @Test
  void spacingAndTypeDoNotEditAnEntry() {
    assertEquals(
        item(WORLD, entry("g1", null, "Mali : « dehors »")).content(),
        item(WORLD, entry("g1", null, "Mali: \"Dehors\"")).content());
    assertNotEquals(
        item(WORLD, entry("g1", null, "Mali expels 5")).content(),
        item(WORLD, entry("g1", null, "Mali expels 6")).content());
  }
}
