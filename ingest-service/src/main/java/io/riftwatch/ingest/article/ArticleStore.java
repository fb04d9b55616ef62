package io.riftwatch.ingest.article;

import io.riftwatch.ingest.article.Known.StoredArticle;
import io.riftwatch.ingest.article.Known.StoredItem;
import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What was read of the feeds, and the articles it became, in PostgreSQL. */
@ApplicationScoped
class ArticleStore {

  private static final String ITEMS =
      "SELECT key, article_id, content_hash FROM ingest.item WHERE feed_id = $1 AND key = ANY($2)";

  private static final String ARTICLES =
      "SELECT id, feed_id, revision, text_hash FROM ingest.article WHERE id = ANY($1)";

  private static final String KEEP_ARTICLE =
      """
      INSERT INTO ingest.article AS kept (id, revision, feed_id, outlet, url, title, text, language,
        published_at, seen_at, fingerprint, text_hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT (id) DO UPDATE SET revision = EXCLUDED.revision, url = EXCLUDED.url,
        title = EXCLUDED.title, text = EXCLUDED.text, language = EXCLUDED.language,
        fingerprint = EXCLUDED.fingerprint, text_hash = EXCLUDED.text_hash
      WHERE kept.revision < EXCLUDED.revision
      """;

  private static final String KEEP_ITEM =
      """
      INSERT INTO ingest.item (feed_id, key, article_id, content_hash, seen_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (feed_id, key) DO UPDATE SET article_id = EXCLUDED.article_id,
        content_hash = EXCLUDED.content_hash, seen_at = EXCLUDED.seen_at
      """;

  /**
   * An item that was dealt with.
   *
   * @param article what was published of it, empty where nothing was
   */
  record Dealt(Item item, String articleId, Optional<Article> article) {}

  private final Pool database;

  ArticleStore(Pool database) {
    this.database = database;
  }

  /** What is stored of the items and of the articles they may be. */
  Uni<Known> known(String feedId, List<Item> items) {
    String[] keys = items.stream().map(Item::key).toArray(String[]::new);
    return database
        .preparedQuery(ITEMS)
        .execute(Tuple.of(UUID.fromString(feedId), keys))
        .map(ArticleStore::storedItems)
        .chain(stored -> articles(items, stored).map(articles -> new Known(stored, articles)));
  }

  private Uni<Map<String, StoredArticle>> articles(
      List<Item> items, Map<String, StoredItem> stored) {
    String[] ids =
        Stream.concat(
                items.stream().map(Item::articleId),
                stored.values().stream().map(StoredItem::articleId))
            .toArray(String[]::new);
    return database
        .preparedQuery(ARTICLES)
        .execute(Tuple.of(ids))
        .map(ArticleStore::storedArticles);
  }

  /** Marks items as seen and keeps what became of them, all or none. */
  Uni<Void> keep(String feedId, List<Dealt> dealt, Instant seenAt) {
    if (dealt.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> items = dealt.stream().map(d -> item(feedId, d, seenAt)).toList();
    List<Tuple> articles =
        dealt.stream().flatMap(d -> d.article().stream()).map(ArticleStore::article).toList();
    return database.withTransaction(
        connection ->
            batch(connection, KEEP_ARTICLE, articles)
                .chain(() -> batch(connection, KEEP_ITEM, items)));
  }

  private static Uni<Void> batch(SqlConnection connection, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
  }

  private static Map<String, StoredItem> storedItems(RowSet<Row> rows) {
    Map<String, StoredItem> items = new HashMap<>();
    rows.forEach(
        row ->
            items.put(
                row.getString("key"),
                new StoredItem(row.getString("article_id"), row.getString("content_hash"))));
    return items;
  }

  private static Map<String, StoredArticle> storedArticles(RowSet<Row> rows) {
    Map<String, StoredArticle> articles = new HashMap<>();
    rows.forEach(
        row ->
            articles.put(
                row.getString("id"),
                new StoredArticle(
                    row.getString("feed_id"),
                    row.getInteger("revision"),
                    row.getString("text_hash"))));
    return articles;
  }

  private static Tuple item(String feedId, Dealt dealt, Instant seenAt) {
    return Tuple.of(
        UUID.fromString(feedId),
        dealt.item().key(),
        dealt.articleId(),
        dealt.item().contentHash(),
        seenAt.atOffset(ZoneOffset.UTC));
  }

  private static Tuple article(Article article) {
    return Tuple.tuple()
        .addString(article.id())
        .addInteger(article.revision())
        .addString(article.feedId())
        .addString(article.outlet())
        .addString(article.url().toString())
        .addString(article.title())
        .addString(article.text())
        .addString(article.language())
        .addOffsetDateTime(article.publishedAt().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(article.seenAt().atOffset(ZoneOffset.UTC))
        .addString(article.fingerprint())
        .addString(TextHash.of(article));
  }
}
