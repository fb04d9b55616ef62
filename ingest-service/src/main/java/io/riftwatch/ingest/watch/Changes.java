package io.riftwatch.ingest.watch;

import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes in how feeds fare, in PostgreSQL: each is noticed once, whichever replica looks, and
 * waits to be told before the next of its feed is noticed.
 */
@ApplicationScoped
class Changes {

  /** What another replica noticed in the meantime is not noticed again. */
  private static final String NOTICE =
      """
      WITH changed AS MATERIALIZED (
        SELECT feed.id, feed.last_error, %1$s AS health, %2$s AS since
        FROM ingest.feed LEFT JOIN ingest.feed_watch w ON w.feed_id = feed.id
        WHERE feed.enabled AND coalesce(w.told, true) AND %1$s <> coalesce(w.health, 'OK')
        LIMIT $2 FOR UPDATE OF feed SKIP LOCKED)
      INSERT INTO ingest.feed_watch AS w
        (feed_id, health, before, since, cause, changes, noticed_at, told)
      SELECT id, health, 'OK', coalesce(since, $1), last_error, 1, $1, false FROM changed
      ON CONFLICT (feed_id) DO UPDATE SET health = EXCLUDED.health, before = w.health,
        since = EXCLUDED.since, cause = EXCLUDED.cause, changes = w.changes + 1,
        noticed_at = EXCLUDED.noticed_at, told = false, claimed_until = NULL
      WHERE w.told AND w.health <> EXCLUDED.health
      """;

  private static final String CLAIM =
      """
      WITH untold AS MATERIALIZED (
        SELECT feed_id FROM ingest.feed_watch
        WHERE NOT told AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY noticed_at LIMIT $2
        FOR UPDATE SKIP LOCKED)
      UPDATE ingest.feed_watch w SET claimed_until = now() + make_interval(secs => $1)
      FROM untold JOIN ingest.feed ON feed.id = untold.feed_id
      WHERE w.feed_id = untold.feed_id
      RETURNING w.*, feed.url, feed.title, feed.outlet
      """;

  private static final String TOLD =
      """
      UPDATE ingest.feed_watch SET told = true, claimed_until = NULL
      WHERE feed_id = $1 AND changes = $2
      """;

  private static final String COUNT =
      "SELECT %s AS health, count(*) AS feeds FROM ingest.feed GROUP BY 1";

  private final Pool database;
  private final WatchConfig config;
  private final String notice;
  private final String count;

  Changes(Pool database, WatchConfig config, HealthRules rules) {
    this.database = database;
    this.config = config;
    this.notice = NOTICE.formatted(rules.health(), rules.since());
    this.count = COUNT.formatted(rules.health());
  }

  /** Notes feeds that fare otherwise than was last told, at most a batch; gives how many. */
  Uni<Integer> notice(Instant now) {
    return database
        .preparedQuery(notice)
        .execute(Tuple.of(Rows.utc(now), config.batch()))
        .map(SqlResult::rowCount);
  }

  /** Claims changes that the log does not have yet, those noticed first, at most a batch. */
  Uni<List<Change>> claim() {
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(config.lease().toSeconds(), config.batch()))
        .map(rows -> Rows.stream(rows).map(Changes::change).toList());
  }

  /** The log has the change. */
  Uni<Void> told(Change change) {
    return database
        .preparedQuery(TOLD)
        .execute(Tuple.of(change.feedId(), change.number()))
        .replaceWithVoid();
  }

  /** How many feeds there are of each health. */
  Uni<Map<FeedHealth, Long>> count() {
    return database
        .preparedQuery(count)
        .execute()
        .map(
            rows -> {
              Map<FeedHealth, Long> counts = new EnumMap<>(FeedHealth.class);
              for (FeedHealth health : FeedHealth.values()) {
                counts.put(health, 0L);
              }
              rows.forEach(
                  row ->
                      counts.put(
                          FeedHealth.valueOf(row.getString("health")), row.getLong("feeds")));
              return counts;
            });
  }

  private static Change change(Row row) {
    return new Change(
        row.getUUID("feed_id"),
        row.getInteger("changes"),
        URI.create(row.getString("url")),
        row.getString("title"),
        row.getString("outlet"),
        FeedHealth.valueOf(row.getString("health")),
        FeedHealth.valueOf(row.getString("before")),
        Rows.instant(row, "since").orElseThrow(),
        Optional.ofNullable(row.getString("cause")),
        Rows.instant(row, "noticed_at").orElseThrow());
  }
}
