package io.riftwatch.ingest.websub;

import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The subscriptions whose hub is to be asked, shared among replicas: one that is claimed is due
 * again only when the hub has had the time to verify, which is also when a killed replica's return.
 */
@ApplicationScoped
class DueSubscriptions {

  private static final String FEED_IS_NOT_READ =
      """
      NOT EXISTS (
        SELECT FROM ingest.feed
        WHERE feed.id = s.feed_id AND feed.enabled AND feed.retired_at IS NULL)
      """;

  private static final String LAPSE =
      """
      WITH lapsed AS (
        UPDATE ingest.websub_subscription
        SET state = 'PENDING', lease_until = NULL, quiet_since = NULL, next_attempt_at = now()
        WHERE state = 'ACTIVE' AND lease_until <= now()
        RETURNING feed_id)
      UPDATE ingest.feed SET
      """
          + Subscriptions.DUE_NOW
          + """
      FROM lapsed WHERE feed.id = lapsed.feed_id
      """;

  private static final String GIVE_UP =
      """
      DELETE FROM ingest.websub_subscription
      WHERE state = 'ENDING'
        AND (lease_until <= now() OR attempts >= $1 AND next_attempt_at <= now())
      """;

  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM ingest.websub_subscription
        WHERE next_attempt_at <= now()
        ORDER BY next_attempt_at LIMIT $1
        FOR UPDATE SKIP LOCKED)
      UPDATE ingest.websub_subscription AS s
      SET state = CASE s.state WHEN 'DENIED' THEN 'PENDING' ELSE s.state END,
        asked_at = now(), attempts = attempts + 1,
        next_attempt_at = now() + make_interval(secs => $2)
      FROM due WHERE s.id = due.id
      RETURNING s.*
      """;

  /** Not where the hub verified before it answered. */
  private static final String ANSWERED =
      """
      UPDATE ingest.websub_subscription SET next_attempt_at = $4, reason = $5
      WHERE id = $1 AND asked_at = $2 AND attempts = $3
      """;

  private final Pool database;
  private final WebsubConfig config;

  DueSubscriptions(Pool database, WebsubConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Lets go of what is not wanted any more, and of leases that ran out. */
  Uni<Void> sweep() {
    return database
        .preparedQuery(Subscriptions.FORGET + FEED_IS_NOT_READ)
        .execute()
        .chain(() -> database.preparedQuery(Subscriptions.END + FEED_IS_NOT_READ).execute())
        .chain(() -> database.preparedQuery(LAPSE).execute())
        .chain(
            () -> database.preparedQuery(GIVE_UP).execute(Tuple.of(config.unsubscribeAttempts())))
        .replaceWithVoid();
  }

  /** Claims subscriptions whose hub is to be asked now, at most so many. */
  Uni<List<Subscription>> claim(int limit) {
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(limit, config.verificationWait().toSeconds()))
        .map(Subscriptions::read);
  }

  /**
   * Keeps what the hub answered.
   *
   * @param next when to ask again unless it verifies
   * @param reason why it did not take the request; null where it did
   */
  Uni<Void> answered(Subscription asked, Instant next, String reason) {
    OffsetDateTime askedAt = Rows.utc(asked.askedAt().orElseThrow());
    return database
        .preparedQuery(ANSWERED)
        .execute(Tuple.of(asked.id(), askedAt, asked.attempts(), Rows.utc(next), reason))
        .replaceWithVoid();
  }
}
