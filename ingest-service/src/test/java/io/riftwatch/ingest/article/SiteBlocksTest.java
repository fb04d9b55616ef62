package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.ingest.extract.Page;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SiteBlocksTest {

  private static final String IMPRINT = "The Post belongs to its readers and takes no other money.";

  @Inject SiteBlocks blocks;
  @Inject ExtractConfig config;
  @Inject Pool database;

  private final String site = "outlet-" + UUID.randomUUID();

  private static String news(int number) {
    return "w" + UUID.randomUUID() + " is what the spokesman said, " + "word ".repeat(30) + number;
  }

  private static Page page(int number, String text) {
    URI url = URI.create("https://outlet.example/" + number);
    return new Page(
        url,
        url,
        "Title",
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private String read(Page page) {
    return page.without(blocks.learn(site, page).await().indefinitely()).text();
  }

  private String readMany(int from, int to) {
    String last = "";
    for (int i = from; i <= to; i++) {
      last = read(page(i, news(i) + "\n\n" + IMPRINT));
    }
    return last;
  }

  @Test
  void aLineIsLearntFromPageToPage() {
    String early = readMany(1, config.boilerplatePages() - 1);
    String late = readMany(config.boilerplatePages(), config.boilerplatePages());

    assertEquals(IMPRINT, early.substring(early.length() - IMPRINT.length()));
    assertEquals(-1, late.indexOf(IMPRINT));
  }

  @Test
  void aPageThatIsReadAgainTeachesNothing() {
    Page page = page(1, news(1) + "\n\n" + IMPRINT);
    String text = "";
    for (int i = 0; i < 2 * config.boilerplatePages(); i++) {
      text = read(page);
    }

    assertEquals(page.text(), text);
  }

  @Test
  void whatFewOfASitesPagesHoldIsNoBoilerplate() {
    Page background = page(0, news(0) + "\n\n" + IMPRINT);
    read(background);
    IntStream.rangeClosed(1, 40).forEach(i -> read(page(i, news(i))));

    String text = readMany(41, 40 + config.boilerplatePages());

    assertEquals(IMPRINT, text.substring(text.length() - IMPRINT.length()));
  }

  @Test
  void onlyTheLinesSeenLastAreRemembered() {
    String lines =
        IntStream.range(0, config.boilerplateLines() + 50)
            .mapToObj(SiteBlocksTest::news)
            .collect(Collectors.joining("\n"));

    read(page(1, lines));

    assertEquals(
        config.boilerplateLines(),
        database
            .preparedQuery("SELECT count(*)::int FROM ingest.site_block WHERE site = $1")
            .execute(Tuple.of(site))
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getInteger(0));
  }
}
