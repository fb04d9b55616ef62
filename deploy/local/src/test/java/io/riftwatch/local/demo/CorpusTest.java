package io.riftwatch.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofSeconds(10);

  private final Corpus corpus = load();

  @Test
  void theCaseIsToldByEightOutletsInFourLanguagesAmongTwoHundredOrdinaryItems() {
    List<Item> theCase =
        corpus.items().stream().filter(i -> i.subject() == Item.Subject.CASE).toList();

    Set<Outlet> outlets = theCase.stream().map(Item::outlet).collect(Collectors.toSet());
    assertTrue(outlets.size() >= 8, outlets.size() + " outlets");
    assertEquals(
        Set.of("ar", "en", "es", "fr"),
        outlets.stream().map(Outlet::language).collect(Collectors.toSet()));
    assertTrue(corpus.items().size() - theCase.size() >= 200);
    assertEquals(
        Set.of(Outlet.Format.values()),
        outlets.stream().map(Outlet::format).collect(Collectors.toSet()));
  }

  @Test
  void twoReportsAreWordForWordCopiesUnderOtherTitles() {
    Map<String, Set<String>> titles =
        corpus.items().stream()
            .filter(i -> !i.body().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Item::body, Collectors.mapping(Item::title, Collectors.toSet())));

    assertEquals(2, titles.values().stream().filter(t -> t.size() > 1).count());
  }

  @Test
  void bannersAreAsLongAsRealOnes() {
    corpus
        .banners()
        .values()
        .forEach(b -> assertTrue(b.length() >= 2000, b.length() + " characters"));
  }

  @Test
  void anItemIsVisibleFromItsHourOfItsDay() {
    Item second = corpus.items().stream().filter(i -> i.day() == 2).findFirst().orElseThrow();

    Instant visible = new Broadcast(START, DAY, InstantSource.system()).visibleAt(second);

    assertFalse(visible.isBefore(START.plus(DAY)));
    assertTrue(visible.isBefore(START.plus(DAY.multipliedBy(2))));
    assertFalse(
        new Broadcast(START, DAY, InstantSource.fixed(visible.minusMillis(1))).isVisible(second));
    assertTrue(new Broadcast(START, DAY, InstantSource.fixed(visible)).isVisible(second));
  }

  private static Corpus load() {
    try {
      return Corpus.load();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
