package io.riftwatch.ingest.websub;

import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What hubs tell of subscriptions, taken where it is about one that was asked for. */
@ApplicationScoped
class Callbacks {

  /**
   * Who pushes by a callback.
   *
   * @param secret what it signs with
   */
  record Hearing(UUID feed, String secret) {}

  private static final String GRANT =
      """
      UPDATE ingest.websub_subscription
      SET state = 'ACTIVE', attempts = 0, verified_at = $3, lease_until = $4,
        next_attempt_at = $5, reason = NULL
      WHERE id = $1 AND topic = $2 AND asked_at IS NOT NULL AND state IN ('PENDING', 'ACTIVE')
      """;

  private static final String END =
      """
      DELETE FROM ingest.websub_subscription
      WHERE id = $1 AND topic = $2 AND asked_at IS NOT NULL AND state = 'ENDING'
      """;

  /** The feed is polled as if there were no hub, beginning at once. */
  private static final String DENY =
      """
      WITH denied AS (
        UPDATE ingest.websub_subscription
        SET state = 'DENIED', lease_until = NULL, quiet_since = NULL, next_attempt_at = $3,
          reason = $4
        WHERE id = $1 AND topic = $2 AND state IN ('PENDING', 'ACTIVE')
        RETURNING feed_id),
      due AS (
        UPDATE ingest.feed SET
      """
          + Subscriptions.DUE_NOW
          + """
        FROM denied WHERE feed.id = denied.feed_id)
      SELECT feed_id FROM denied
      """;

  private static final String HEARING =
      """
      SELECT s.feed_id, s.secret
      FROM ingest.websub_subscription s JOIN ingest.feed ON feed.id = s.feed_id
      WHERE s.id = $1 AND s.verified_at IS NOT NULL AND s.state IN ('PENDING', 'ACTIVE')
        AND feed.enabled AND feed.retired_at IS NULL
      """;

  private static final String HEARD =
      """
      UPDATE ingest.websub_subscription SET last_push_at = $2, quiet_since = NULL WHERE id = $1
      """;

  private final Pool database;

  Callbacks(Pool database) {
    this.database = database;
  }

  /** The hub will push until the lease ends; false where that was not asked of it. */
  Uni<Boolean> grant(UUID id, String topic, Instant now, LeaseSchedule.Lease lease) {
    return changes(
        GRANT,
        Tuple.of(id, topic, Rows.utc(now), Rows.utc(lease.until()), Rows.utc(lease.renewAt())));
  }

  /** The hub will push no more; false where that was not asked of it. */
  Uni<Boolean> end(UUID id, String topic) {
    return changes(END, Tuple.of(id, topic));
  }

  /** The hub does not want to push; false where nothing was asked of it. */
  Uni<Boolean> deny(UUID id, String topic, Instant askAgain, String reason) {
    return changes(DENY, Tuple.of(id, topic, Rows.utc(askAgain), reason));
  }

  /** Who may push by that callback; empty where nobody may any more. */
  Uni<Optional<Hearing>> hearing(UUID id) {
    return database
        .preparedQuery(HEARING)
        .execute(Tuple.of(id))
        .map(
            rows ->
                Rows.stream(rows)
                    .findFirst()
                    .map(row -> new Hearing(row.getUUID("feed_id"), row.getString("secret"))));
  }

  /** The hub pushed, so it can be relied on. */
  Uni<Void> heard(UUID id, Instant now) {
    return database.preparedQuery(HEARD).execute(Tuple.of(id, Rows.utc(now))).replaceWithVoid();
  }

  private Uni<Boolean> changes(String sql, Tuple row) {
    return database.preparedQuery(sql).execute(row).map(SqlResult::rowCount).map(n -> n > 0);
  }
}
