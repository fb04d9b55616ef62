package io.riftwatch.classify.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.classify.Wire;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.contract.Article;
import io.riftwatch.runtime.paging.Cursor;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ArticleSweepTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  EmbeddedDatabase database;
  @Inject ArticleStore store;
  @Inject ArticleSweep sweep;
  @Inject ArticleConfig config;

  @Test
  void articlesAreKeptForAsLongAsIsSaid() {
    Instant limit = Instant.now().minus(config.keep());
    Article old = keep(limit.minusSeconds(3600));
    Article young = keep(limit.plusSeconds(3600));
    assertEquals(List.of(young.id(), old.id()), stored(limit));

    sweep.sweep().await().atMost(PATIENCE);

    assertEquals(List.of(young.id()), stored(limit));
  }

  @Test
  void anArticleWithAVerdictOutlastsTheOthers() throws SQLException {
    Instant limit = Instant.now().minus(config.keep()).minus(Duration.ofDays(30));
    Article judged = keep(limit.minusSeconds(1));
    keep(limit);
    execute(
        """
        insert into classify.signals (id, type, status, pair, published_at, article_id, revision,
          body)
        values ('of-judged', 'RECALL', 'ACTUAL', '???-???', now(), '%s', 1, '{}');
        insert into classify.verdicts (signal_id, verdict, number, given_at, body)
        values ('of-judged', 'REJECTED', 1, now(), '{}')
        """
            .formatted(judged.id()));

    sweep.sweep().await().atMost(PATIENCE);

    execute(
        """
        delete from classify.verdicts where signal_id = 'of-judged';
        delete from classify.signals where id = 'of-judged'
        """);
    assertEquals(List.of(judged.id()), stored(limit));
  }

  @Test
  void theLatestRevisionIsKeptInWhateverOrderTheyCome() {
    Article second = revision(2, "second");
    Article first = revision(1, "first");
    for (Article article : List.of(second, first)) {
      store.keep(article).await().atMost(PATIENCE);
    }

    assertEquals(second, page(second.publishedAt()).get(0).article());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Article keep(Instant publishedAt) {
    Article article =
        Wire.article(UUID.randomUUID().toString(), publishedAt.toString(), "A report", "Text.");
    store.keep(article).await().atMost(PATIENCE);
    return article;
  }

  private static Article revision(int revision, String text) {
    Article article = Wire.article("revised", "2009-01-01T00:00:00Z", "A report", text);
    return new Article(
        article.id(),
        revision,
        article.feedId(),
        article.outlet(),
        article.url(),
        article.title(),
        article.text(),
        article.language(),
        article.publishedAt(),
        article.seenAt(),
        article.fingerprint(),
        article.wireGroup(),
        article.agency());
  }

  private List<String> stored(Instant around) {
    return page(around).stream().map(stored -> stored.article().id()).toList();
  }

  private List<StoredArticle> page(Instant around) {
    ArticleRange range =
        new ArticleRange("en", around.minusSeconds(7200), around.plusSeconds(7200));
    return store.page(range, Cursor.START, 10).await().atMost(PATIENCE);
  }
}
