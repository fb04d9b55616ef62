package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** The stored articles to look through, newest first. */
@ApplicationScoped
class ArticleShelf {

  private static final String LIST =
      """
      SELECT * FROM ingest.article
      WHERE ($1 = '' OR feed_id = $1)
        AND ($2 = '' OR to_tsvector('simple', title || ' ' || text)
                        @@ websearch_to_tsquery('simple', $2))
        AND ($3 = '' OR wire_group = $3)
        AND (seen_at, id) < ($4, $5)
      ORDER BY seen_at DESC, id DESC
      LIMIT $6
      """;

  private static final String ONE = "SELECT * FROM ingest.article WHERE id = $1";

  private final Pool database;

  ArticleShelf(Pool database) {
    this.database = database;
  }

  /**
   * Lists articles.
   *
   * @param feedId empty for all feeds
   * @param wireGroup empty for all; else the group of copies
   * @param words empty for any; else a web-style search: words, "phrases", -without
   */
  Uni<Listing<Article>> list(
      String feedId, String words, String wireGroup, Cursor start, int limit) {
    OffsetDateTime below = Rows.utc(start.at());
    return database
        .preparedQuery(LIST)
        .execute(Tuple.of(feedId, words, wireGroup, below, start.id(), limit + 1))
        .map(ArticleShelf::articles)
        .map(found -> Listing.of(found, limit, Function.identity(), ArticleShelf::cursor));
  }

  /** The article of an id; fails with 404 when there is none. */
  Uni<Article> one(String id) {
    return database
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(ArticleShelf::articles)
        .map(found -> found.stream().findFirst().orElseThrow(() -> unknown(id)));
  }

  private static String cursor(Article last) {
    return new Cursor(last.seenAt(), last.id()).encode();
  }

  private static NotFoundException unknown(String id) {
    return new NotFoundException("no article has the id " + id);
  }

  private static List<Article> articles(RowSet<Row> rows) {
    return Rows.stream(rows).map(ArticleShelf::article).toList();
  }

  private static Article article(Row row) {
    return new Article(
        row.getString("id"),
        row.getInteger("revision"),
        row.getString("feed_id"),
        row.getString("outlet"),
        URI.create(row.getString("url")),
        row.getString("title"),
        row.getString("text"),
        row.getString("language"),
        row.getOffsetDateTime("published_at").toInstant(),
        row.getOffsetDateTime("seen_at").toInstant(),
        row.getString("fingerprint"),
        row.getString("wire_group"),
        row.getString("agency"));
  }
}
