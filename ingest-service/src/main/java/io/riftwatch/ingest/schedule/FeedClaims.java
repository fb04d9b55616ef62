package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.websub.Subscriptions;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shares the feeds among replicas. Who looks for due feeds locks the hosts that may be asked, so
 * that no host gets more than its gap and its connections allow, however many replicas there are
 * and however many of its feeds are due: those wait in the table and hold nothing. A claim runs out
 * unless it is renewed.
 */
@ApplicationScoped
class FeedClaims {

  private static final String CLAIMED =
      " RETURNING feed.*, " + Subscriptions.DELIVERY + " AS delivery";

  private static final String HOSTS =
      """
      SELECT name FROM ingest.host WHERE look_at <= now()
      ORDER BY look_at LIMIT $1
      FOR UPDATE SKIP LOCKED
      """;

  /** A statement of its own, so that it sees what was written before the hosts were locked. */
  private static final String CLAIM_DUE =
      """
      WITH due AS MATERIALIZED (
        SELECT oldest.id FROM unnest($1::text[]) AS host (name)
        CROSS JOIN LATERAL (
          SELECT count(*) AS claims FROM ingest.feed
          WHERE feed.host = host.name AND claim IS NOT NULL AND claimed_until >= now()) AS busy
        CROSS JOIN LATERAL (
          SELECT id, next_poll_at FROM ingest.feed
          WHERE feed.host = host.name AND enabled AND retired_at IS NULL AND next_poll_at <= now()
            AND (claimed_until IS NULL OR claimed_until < now())
          ORDER BY next_poll_at
          LIMIT greatest(0, least($2 - busy.claims, CASE WHEN $3 > 0 THEN 1 ELSE $4 END))
          FOR UPDATE SKIP LOCKED) AS oldest
        ORDER BY oldest.next_poll_at LIMIT $4)
      UPDATE ingest.feed SET claim = gen_random_uuid(),
        claimed_until = now() + make_interval(secs => $5)
      WHERE id = ANY(ARRAY(SELECT id FROM due))
      """
          + CLAIMED;

  /**
   * When to look at the hosts again: when the next feed is due, but not within the gap, a block or,
   * where nothing could be claimed, the pause; or when a claim runs out whose holder died.
   */
  private static final String LOOK_AGAIN =
      """
      UPDATE ingest.host SET
        free_at = CASE WHEN name = ANY($2) THEN now() + make_interval(secs => $3) ELSE free_at END,
        look_at = least(
          (SELECT greatest(next_poll_at, blocked_until,
              CASE WHEN name = ANY($2) THEN now() + make_interval(secs => $3)
                   ELSE greatest(free_at, now() + make_interval(secs => $4)) END)
            FROM ingest.feed
            WHERE feed.host = name AND enabled AND retired_at IS NULL
              AND (claimed_until IS NULL OR claimed_until < now())
            ORDER BY next_poll_at LIMIT 1),
          (SELECT min(claimed_until) FROM ingest.feed
            WHERE feed.host = name AND claim IS NOT NULL AND claimed_until >= now()),
          'infinity')
      WHERE name = ANY($1)
      """;

  private static final String CLAIM_ONE =
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM ingest.feed
        WHERE id = $2 AND (claimed_until IS NULL OR claimed_until < now())
        FOR UPDATE SKIP LOCKED)
      UPDATE ingest.feed SET claim = gen_random_uuid(),
        claimed_until = now() + make_interval(secs => $1)
      FROM due WHERE feed.id = due.id
      """
          + CLAIMED;

  private static final String RENEW =
      """
      UPDATE ingest.feed SET claimed_until = now() + make_interval(secs => $1)
      WHERE claim = ANY($2)
      """;

  private static final String RELEASE =
      "UPDATE ingest.feed SET claim = NULL, claimed_until = NULL WHERE claim = ANY($1)";

  private static final String MOVE =
      """
      UPDATE ingest.feed SET url = $3, moved_from = url, moved_at = now()
      WHERE id = $1 AND claim = $2 AND NOT EXISTS (SELECT FROM ingest.feed WHERE url = $3)
      """;

  private static final double MILLIS = 1000;

  private final Pool database;
  private final PollConfig config;
  private final FetchConfig limits;

  FeedClaims(Pool database, PollConfig config, FetchConfig limits) {
    this.database = database;
    this.config = config;
    this.limits = limits;
  }

  /**
   * Claims feeds that are due, those that wait longest first, at most so many and at most what
   * their hosts allow.
   */
  Uni<List<ClaimedFeed>> claimDue(int limit) {
    return database.withTransaction(
        connection ->
            connection
                .preparedQuery(HOSTS)
                .execute(Tuple.of(limit))
                .map(FeedClaims::names)
                .chain(hosts -> claimOf(hosts, limit, connection)));
  }

  private Uni<List<ClaimedFeed>> claimOf(String[] hosts, int limit, SqlConnection connection) {
    if (hosts.length == 0) {
      return Uni.createFrom().item(List.of());
    }
    return connection
        .preparedQuery(CLAIM_DUE)
        .execute(Tuple.of(hosts, limits.perHost(), gap(), limit, lease()))
        .call(rows -> lookAgain(hosts, rows, connection))
        .map(rows -> claimed(rows).toList());
  }

  private Uni<Void> lookAgain(String[] hosts, RowSet<Row> claimed, SqlConnection connection) {
    String[] used = Rows.stream(claimed).map(row -> row.getString("host")).toArray(String[]::new);
    return connection
        .preparedQuery(LOOK_AGAIN)
        .execute(Tuple.of(hosts, used, gap(), seconds(config.tick())))
        .replaceWithVoid();
  }

  /** Claims a feed whether or not it is due; empty where it is claimed already or not there. */
  Uni<Optional<ClaimedFeed>> claim(UUID feed) {
    return database
        .preparedQuery(CLAIM_ONE)
        .execute(Tuple.of(lease(), feed))
        .map(rows -> claimed(rows).findFirst());
  }

  /** Prolongs claims; one that is lost stays lost. */
  Uni<Void> renew(Collection<UUID> claims) {
    return database
        .preparedQuery(RENEW)
        .execute(Tuple.of(lease(), claims.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** Gives claims back and leaves their feeds as they are. */
  Uni<Void> release(Collection<UUID> claims) {
    return database
        .preparedQuery(RELEASE)
        .execute(Tuple.of(claims.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** Follows a feed at another address; false where that one is followed already. */
  Uni<Boolean> move(ClaimedFeed feed, URI to) {
    return database
        .preparedQuery(MOVE)
        .execute(Tuple.of(feed.id(), feed.claim(), to.toString()))
        .map(rows -> rows.rowCount() > 0);
  }

  private double lease() {
    return seconds(config.lease());
  }

  private double gap() {
    return seconds(limits.gap());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS;
  }

  private static String[] names(RowSet<Row> rows) {
    return Rows.stream(rows).map(row -> row.getString("name")).toArray(String[]::new);
  }

  private static Stream<ClaimedFeed> claimed(RowSet<Row> rows) {
    return Rows.stream(rows).map(FeedRow::claimed);
  }
}
