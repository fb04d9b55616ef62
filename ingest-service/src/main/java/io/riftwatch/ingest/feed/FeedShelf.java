package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.watch.HealthRules;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.paging.OpaqueKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The feeds to look through, by address, with how they fare. */
@ApplicationScoped
public class FeedShelf {

  /** A feed that fares well has done so since its last recovery, or since it is followed. */
  private static final String FEEDS =
      """
      SELECT * FROM (
        SELECT feed.*, %s AS health,
          coalesce(%s, CASE w.health WHEN 'OK' THEN w.since END, feed.created_at) AS health_since
        FROM ingest.feed LEFT JOIN ingest.feed_watch w ON w.feed_id = feed.id) feed
      """;

  private static final String LIST =
      """
      WHERE url > $1
        AND (cardinality($2::text[]) = 0 OR health = ANY($2))
        AND ($3 = '' OR outlet = $3)
        AND ($4 = '' OR language = $4)
        AND NOT EXISTS (
          SELECT FROM regexp_split_to_table(lower($5), '\\s+') word
          WHERE strpos(lower(url || ' ' || title || ' ' || outlet), word) = 0)
      ORDER BY url LIMIT $6
      """;

  private static final String ALL = "ORDER BY url";
  private static final String ONE = "WHERE id = $1";

  private final Pool database;
  private final String feeds;

  FeedShelf(Pool database, HealthRules rules) {
    this.database = database;
    this.feeds = FEEDS.formatted(rules.health(), rules.since());
  }

  /**
   * Lists feeds.
   *
   * @param after the address behind which the list goes on
   */
  Uni<Listing<FeedView>> list(FeedFilter filter, String after, int limit) {
    return database
        .preparedQuery(feeds + LIST)
        .execute(
            Tuple.of(
                after,
                filter.healthNames(),
                filter.outlet(),
                filter.language(),
                filter.q(),
                limit + 1))
        .map(FeedShelf::views)
        .map(
            found ->
                Listing.of(found, limit, Function.identity(), feed -> OpaqueKey.of(feed.url())));
  }

  /** All feeds. */
  public Uni<List<FeedView>> all() {
    return database.preparedQuery(feeds + ALL).execute().map(FeedShelf::views);
  }

  /** The feed of an id; fails with 404 when there is none. */
  Uni<FeedView> one(UUID id) {
    return database
        .preparedQuery(feeds + ONE)
        .execute(Tuple.of(id))
        .map(FeedShelf::views)
        .map(found -> found.stream().findFirst().orElseThrow(() -> Feeds.unknown(id)));
  }

  private static List<FeedView> views(RowSet<Row> rows) {
    return Rows.stream(rows).map(FeedView::of).toList();
  }
}
