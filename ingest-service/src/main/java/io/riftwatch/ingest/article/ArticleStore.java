package io.riftwatch.ingest.article;

import io.riftwatch.ingest.article.Known.StoredArticle;
import io.riftwatch.ingest.article.Known.StoredItem;
import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read of the feeds, and the articles it became, in PostgreSQL. */
@ApplicationScoped
class ArticleStore {

  private static final String ITEMS =
      """
      SELECT key, article_id, content_hash, published_at, page_tries, seen_at FROM ingest.item
      WHERE feed_id = $1 AND (key = ANY($2) OR article_id = ANY($3) OR content_hash = ANY($4))
      """;

  private static final String ALIASES =
      "SELECT alias, article_id FROM ingest.article_alias WHERE alias = ANY($1)";

  private static final String ARTICLES =
      "SELECT id, feed_id, revision, text_hash FROM ingest.article WHERE id = ANY($1)";

  /** The article of an id, or the one that has the id for an alias. */
  private static final String NAMESAKE =
      """
      SELECT id, title, text FROM ingest.article
      WHERE id = coalesce((SELECT article_id FROM ingest.article_alias WHERE alias = $1), $1)
      """;

  private static final String RESERVE = "SELECT ingest.reserve_article($1, $2, $3, $4)";

  private static final String PAGE =
      "SELECT title, text FROM ingest.article WHERE id = $1 AND page_text";

  private static final String KEEP_ARTICLE =
      """
      WITH published AS (DELETE FROM ingest.article_reservation WHERE article_id = $1)
      INSERT INTO ingest.article AS kept (id, revision, feed_id, outlet, url, title, text, language,
        published_at, seen_at, fingerprint, text_hash, wire_group, agency,
        page_text)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (id) DO UPDATE SET revision = EXCLUDED.revision, url = EXCLUDED.url,
        title = EXCLUDED.title, text = EXCLUDED.text, language = EXCLUDED.language,
        fingerprint = EXCLUDED.fingerprint, text_hash = EXCLUDED.text_hash,
        wire_group = EXCLUDED.wire_group, agency = EXCLUDED.agency,
        page_text = EXCLUDED.page_text
      WHERE kept.revision < EXCLUDED.revision
      """;

  private static final String KEEP_ALIAS =
      """
      INSERT INTO ingest.article_alias (alias, article_id) VALUES ($1, $2)
      ON CONFLICT (alias) DO NOTHING
      """;

  private static final String KEEP_ITEM =
      """
      INSERT INTO ingest.item (feed_id, key, article_id, content_hash, seen_at, published_at,
        page_tries)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (feed_id, key) DO UPDATE SET article_id = EXCLUDED.article_id,
        content_hash = EXCLUDED.content_hash, seen_at = EXCLUDED.seen_at,
        published_at = EXCLUDED.published_at, page_tries = EXCLUDED.page_tries
      """;

  private static final String NOTE =
      "UPDATE ingest.item SET seen_at = $3 WHERE feed_id = $1 AND key = ANY($2)";

  private final Pool database;

  ArticleStore(Pool database) {
    this.database = database;
  }

  /** What is stored of the items and of the articles they may be. */
  Uni<Known> known(String feedId, List<Item> items) {
    return Uni.combine()
        .all()
        .unis(storedItems(feedId, items), aliases(items))
        .asTuple()
        .chain(
            stored ->
                articles(items, stored.getItem1(), stored.getItem2().values())
                    .map(
                        articles ->
                            new Known(stored.getItem1(), articles, stored.getItem2(), items)));
  }

  private Uni<List<StoredItem>> storedItems(String feedId, List<Item> items) {
    String[] keys = items.stream().map(Item::key).toArray(String[]::new);
    String[] contents = items.stream().map(item -> item.content().hash()).toArray(String[]::new);
    return database
        .preparedQuery(ITEMS)
        .execute(Tuple.of(UUID.fromString(feedId), keys, articleIds(items), contents))
        .map(rows -> Rows.stream(rows).map(ArticleStore::storedItem).toList());
  }

  private Uni<Map<String, String>> aliases(List<Item> items) {
    return database
        .preparedQuery(ALIASES)
        .execute(Tuple.of(articleIds(items)))
        .map(
            rows ->
                Rows.stream(rows)
                    .collect(
                        Collectors.toMap(
                            row -> row.getString("alias"), row -> row.getString("article_id"))));
  }

  private Uni<List<StoredArticle>> articles(
      List<Item> items, List<StoredItem> stored, Collection<String> meant) {
    String[] ids =
        Stream.of(
                items.stream().map(Item::articleId),
                stored.stream().map(StoredItem::articleId),
                meant.stream())
            .flatMap(all -> all)
            .distinct()
            .toArray(String[]::new);
    return database
        .preparedQuery(ARTICLES)
        .execute(Tuple.of(ids))
        .map(rows -> Rows.stream(rows).map(ArticleStore::storedArticle).toList());
  }

  private static String[] articleIds(List<Item> items) {
    return items.stream().map(Item::articleId).toArray(String[]::new);
  }

  /** The article of an id or of an alias. */
  Uni<Optional<Namesake>> namesake(String idOrAlias) {
    return database
        .preparedQuery(NAMESAKE)
        .execute(Tuple.of(idOrAlias))
        .map(rows -> Rows.stream(rows).map(ArticleStore::namesake).findFirst());
  }

  /** Who may publish an article that was not stored yet. */
  enum Reservation {
    /** The feed that asked, until the reservation runs out or the article is kept. */
    HERE,
    /** Another feed, which carries it, too. */
    ELSEWHERE,
    /** Nobody: it has been published and stored since. */
    STORED
  }

  /** Reserves an article for the feed that is about to publish it first. */
  Uni<Reservation> reserve(String articleId, String feedId, Instant now, Instant until) {
    return database
        .preparedQuery(RESERVE)
        .execute(Tuple.of(articleId, UUID.fromString(feedId), Rows.utc(now), Rows.utc(until)))
        .map(rows -> Reservation.valueOf(rows.iterator().next().getString(0)));
  }

  /**
   * What was read of an article's page, where its text is from there.
   *
   * @param url where the page is
   */
  Uni<Optional<Page>> pageOf(String articleId, URI url) {
    return database
        .preparedQuery(PAGE)
        .execute(Tuple.of(articleId))
        .map(rows -> Rows.stream(rows).map(row -> page(row, url)).findFirst());
  }

  /** Notes that a feed carries entries still. */
  Uni<Void> note(String feedId, Collection<String> keys, Instant seenAt) {
    return keys.isEmpty()
        ? Uni.createFrom().voidItem()
        : database
            .preparedQuery(NOTE)
            .execute(
                Tuple.of(UUID.fromString(feedId), keys.toArray(String[]::new), Rows.utc(seenAt)))
            .replaceWithVoid();
  }

  /** Marks items as seen and keeps what became of them, all or none. */
  Uni<Void> keep(String feedId, Collection<Dealt> dealt, Instant seenAt) {
    if (dealt.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> items = dealt.stream().map(d -> item(feedId, d, seenAt)).toList();
    List<Tuple> aliases = dealt.stream().flatMap(ArticleStore::aliases).toList();
    List<Tuple> articles =
        dealt.stream().flatMap(d -> d.written().stream()).map(ArticleStore::article).toList();
    return database.withTransaction(
        connection ->
            Uni.combine()
                .all()
                .unis(
                    batch(connection, KEEP_ARTICLE, articles),
                    batch(connection, KEEP_ALIAS, aliases),
                    batch(connection, KEEP_ITEM, items))
                .discardItems());
  }

  private static Uni<Void> batch(SqlConnection connection, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
  }

  private static StoredItem storedItem(Row row) {
    return new StoredItem(
        row.getString("key"),
        row.getString("article_id"),
        row.getString("content_hash"),
        Rows.instant(row, "published_at"),
        row.getInteger("page_tries"),
        Rows.instant(row, "seen_at").orElseThrow());
  }

  private static StoredArticle storedArticle(Row row) {
    return new StoredArticle(
        row.getString("id"),
        row.getString("feed_id"),
        row.getInteger("revision"),
        row.getString("text_hash"));
  }

  private static Namesake namesake(Row row) {
    return new Namesake(row.getString("id"), row.getString("title"), row.getString("text"));
  }

  private static Page page(Row row, URI url) {
    return new Page(
        url,
        url,
        row.getString("title"),
        row.getString("text"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Tuple item(String feedId, Dealt dealt, Instant seenAt) {
    return Tuple.tuple()
        .addUUID(UUID.fromString(feedId))
        .addString(dealt.item().key())
        .addString(dealt.articleId())
        .addString(dealt.item().content().hash())
        .addOffsetDateTime(Rows.utc(seenAt))
        .addOffsetDateTime(dealt.item().entry().publishedAt().map(Rows::utc).orElse(null))
        .addInteger(dealt.pageTries());
  }

  private static Stream<Tuple> aliases(Dealt dealt) {
    return Stream.concat(Stream.of(dealt.item().articleId()), dealt.aliases().stream())
        .filter(alias -> !alias.equals(dealt.articleId()))
        .distinct()
        .map(alias -> Tuple.of(alias, dealt.articleId()));
  }

  private static Tuple article(Written written) {
    Article article = written.article();
    return Tuple.tuple()
        .addString(article.id())
        .addInteger(article.revision())
        .addString(article.feedId())
        .addString(article.outlet())
        .addString(article.url().toString())
        .addString(article.title())
        .addString(article.text())
        .addString(article.language())
        .addOffsetDateTime(Rows.utc(article.publishedAt()))
        .addOffsetDateTime(Rows.utc(article.seenAt()))
        .addString(article.fingerprint())
        .addString(written.textHash())
        .addString(article.wireGroup())
        .addString(article.agency())
        .addBoolean(written.textFrom() == Written.TextFrom.PAGE);
  }
}
