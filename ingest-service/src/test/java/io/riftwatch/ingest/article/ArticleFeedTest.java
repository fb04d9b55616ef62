package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedDocument;
import io.riftwatch.ingest.parse.FeedFormat;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleFeedTest {

  private static final String URL = "http://localhost:8080/api/v1/articles/atom";
  private static final Instant PUBLISHED = Instant.parse("2025-09-18T08:00:00Z");

  private static Article article(String title, String text) {
    return new Article(
        "a1",
        1,
        "f",
        "courrier.example",
        URI.create("https://courrier.example/1?a=1&b=2"),
        title,
        text,
        "fr",
        PUBLISHED,
        PUBLISHED.plusSeconds(60),
        "0123456789abcdef",
        "a1",
        null);
  }

  private static FeedDocument read(String document) {
    FeedBody body =
        FeedBody.of(
            document.getBytes(StandardCharsets.UTF_8), URI.create(URL), name -> Optional.empty());
    return assertInstanceOf(
            Readable.class,
            new FeedParser(
                    () -> Instant.parse("2025-09-20T00:00:00Z"), new Limits(50, 1000, 50, 100))
                .parse(body))
        .feed();
  }

  @Test
  void whatIsWrittenAsAFeedIsReadAsIt() {
    Article article = article("Mali : <cinq> diplomates & demi", "Un.\n\nDeux < trois.");

    FeedDocument feed =
        read(ArticleFeed.of("urn:riftwatch:articles", "Articles", List.of(article)));

    assertEquals(FeedFormat.ATOM_1_0, feed.format());
    assertEquals("Articles", feed.title());
    assertEquals(List.of(), feed.warnings());
    Entry entry = feed.entries().get(0);
    assertEquals(Optional.of("urn:riftwatch:article:a1"), entry.guid());
    assertEquals(Optional.of(article.url()), entry.url());
    assertEquals(article.title(), entry.title());
    assertEquals(article.text(), entry.content());
    assertEquals(Optional.of("courrier.example"), entry.author());
    assertEquals(Optional.of(PUBLISHED), entry.publishedAt());
    assertEquals(Optional.of(PUBLISHED.plusSeconds(60)), entry.updatedAt());
  }

  @Test
  void aSearchThatFindsNothingIsAnEmptyFeed() {
    assertEquals(
        List.of(), read(ArticleFeed.of("urn:riftwatch:articles", "Articles", List.of())).entries());
  }
}
