package io.riftwatch.classify.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The articles that were consumed, each in its latest revision, in PostgreSQL. */
@ApplicationScoped
public class ArticleStore {

  private static final String KEEP =
      """
      INSERT INTO classify.articles AS kept (id, revision, language, published_at, seen_at, body)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (id) DO UPDATE SET revision = EXCLUDED.revision, language = EXCLUDED.language,
        published_at = EXCLUDED.published_at, seen_at = EXCLUDED.seen_at, body = EXCLUDED.body
      WHERE kept.revision < EXCLUDED.revision
      """;

  private static final String IN_RANGE =
      " FROM classify.articles WHERE language IN ($1, '"
          + Article.UNDETERMINED
          + "') AND published_at >= $2 AND published_at < $3";

  private static final String COUNT = "SELECT count(*)" + IN_RANGE;

  private static final String PAGE =
      "SELECT id, published_at, body"
          + IN_RANGE
          + " AND (published_at, id) < ($4, $5) ORDER BY published_at DESC, id DESC LIMIT $6";

  private static final String OF_IDS =
      "SELECT id, body FROM classify.articles WHERE id = ANY($1) ORDER BY id";

  private final Pool database;
  private final JsonColumns json;

  ArticleStore(Pool database, JsonColumns json) {
    this.database = database;
    this.json = json;
  }

  /** Keeps an article, unless the same or a later revision is kept. */
  Uni<Void> keep(Article article) {
    return database
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                article.id(),
                article.revision(),
                article.language(),
                Rows.utc(article.publishedAt()),
                Rows.utc(article.seenAt()),
                json.write(article, "article " + article.id())))
        .replaceWithVoid();
  }

  /** How many articles a range holds. */
  public Uni<Integer> count(ArticleRange range) {
    return database
        .preparedQuery(COUNT)
        .execute(Tuple.of(range.language(), Rows.utc(range.from()), Rows.utc(range.to())))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** The articles of a range from the newest to the oldest, behind a place, at most so many. */
  public Uni<List<StoredArticle>> page(ArticleRange range, Cursor behind, int limit) {
    return database
        .preparedQuery(PAGE)
        .execute(
            Tuple.of(
                range.language(),
                Rows.utc(range.from()),
                Rows.utc(range.to()),
                Rows.utc(behind.at()),
                behind.id(),
                limit))
        .map(rows -> Rows.stream(rows).map(this::stored).toList());
  }

  /** Those articles of some ids that are kept. */
  public Uni<List<Article>> find(Collection<String> ids) {
    return database
        .preparedQuery(OF_IDS)
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .map(
            rows ->
                Rows.stream(rows)
                    .map(row -> read(row.getString("id"), row.getString("body")))
                    .toList());
  }

  private StoredArticle stored(Row row) {
    String id = row.getString("id");
    Cursor place = new Cursor(Rows.instant(row, "published_at").orElseThrow(), id);
    return new StoredArticle(read(id, row.getString("body")), place);
  }

  private Article read(String id, String body) {
    return json.read(body, Article.class, "the stored article " + id);
  }
}
