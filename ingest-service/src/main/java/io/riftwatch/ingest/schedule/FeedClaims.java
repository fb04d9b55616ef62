package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.Source.Links;
import io.riftwatch.ingest.article.Source.Said;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.websub.Delivery;
import io.riftwatch.ingest.websub.Subscriptions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Shares the feeds among replicas: a feed is claimed in one statement, the claim runs out unless it
 * is renewed, and only its holder may write where the feed stands.
 */
@ApplicationScoped
class FeedClaims {

  private static final String CLAIM =
      """
      UPDATE ingest.feed SET claim = gen_random_uuid(),
        claimed_until = now() + make_interval(secs => $1)
      FROM due WHERE feed.id = due.id
      RETURNING feed.*,
      """
          + Subscriptions.DELIVERY
          + " AS delivery";

  /** Materialised, so that the rows are chosen and locked once. */
  private static final String CLAIM_DUE =
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM ingest.feed
        WHERE enabled AND retired_at IS NULL AND next_poll_at <= now()
          AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY next_poll_at LIMIT $2
        FOR UPDATE SKIP LOCKED)
      """
          + CLAIM;

  private static final String CLAIM_ONE =
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM ingest.feed
        WHERE id = $2 AND (claimed_until IS NULL OR claimed_until < now())
        FOR UPDATE SKIP LOCKED)
      """
          + CLAIM;

  private static final String RENEW =
      """
      UPDATE ingest.feed SET claimed_until = now() + make_interval(secs => $1)
      WHERE claim = ANY($2)
      """;

  private static final String SETTLE =
      """
      UPDATE ingest.feed SET claim = NULL, claimed_until = NULL, next_poll_at = $3,
        last_polled_at = $4, etag = $5, last_modified = $6, failures = $7, last_error = $8,
        last_status = $9, retired_at = $10
      WHERE id = $1 AND claim = $2
      """;

  private static final String RELEASE =
      "UPDATE ingest.feed SET claim = NULL, claimed_until = NULL WHERE claim = ANY($1)";

  private static final double MILLIS = 1000;

  private final Pool database;
  private final PollConfig config;

  FeedClaims(Pool database, PollConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Claims feeds that are due, those that wait longest first, at most so many. */
  Uni<List<ClaimedFeed>> claimDue(int limit) {
    return database
        .preparedQuery(CLAIM_DUE)
        .execute(Tuple.of(lease(), limit))
        .map(rows -> claimed(rows).toList());
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

  /** Writes where a feed stands and gives the claim back; nothing, where the claim is lost. */
  Uni<Void> settle(ClaimedFeed feed, PollState state) {
    return database.preparedQuery(SETTLE).execute(row(feed, state)).replaceWithVoid();
  }

  /** Gives claims back and leaves their feeds as they are. */
  Uni<Void> release(Collection<UUID> claims) {
    return database
        .preparedQuery(RELEASE)
        .execute(Tuple.of(claims.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  private double lease() {
    return config.lease().toMillis() / MILLIS;
  }

  private Stream<ClaimedFeed> claimed(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(this::claimed);
  }

  private ClaimedFeed claimed(Row row) {
    return new ClaimedFeed(
        row.getUUID("id"),
        row.getUUID("claim"),
        URI.create(row.getString("url")),
        new Said(
            row.getString("outlet"),
            row.getString("title"),
            Optional.ofNullable(row.getString("language")),
            row.getBoolean("full_text") ? Links.READ : Links.LEAVE),
        Optional.ofNullable(row.getString("poll_interval"))
            .map(Duration::parse)
            .orElse(config.interval()),
        Delivery.valueOf(row.getString("delivery")),
        state(row));
  }

  private static PollState state(Row row) {
    return new PollState(
        row.getOffsetDateTime("next_poll_at").toInstant(),
        instant(row, "last_polled_at"),
        new Validators(
            Optional.ofNullable(row.getString("etag")),
            Optional.ofNullable(row.getString("last_modified"))),
        row.getInteger("failures"),
        Optional.ofNullable(row.getString("last_error")),
        Stream.ofNullable(row.getInteger("last_status")).mapToInt(s -> s).findFirst(),
        instant(row, "retired_at"));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Tuple row(ClaimedFeed feed, PollState state) {
    OptionalInt status = state.lastStatus();
    return Tuple.tuple()
        .addUUID(feed.id())
        .addUUID(feed.claim())
        .addOffsetDateTime(state.nextPollAt().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(utc(state.lastPolledAt()))
        .addString(state.validators().etag().orElse(null))
        .addString(state.validators().lastModified().orElse(null))
        .addInteger(state.failures())
        .addString(state.lastError().orElse(null))
        .addInteger(status.isPresent() ? status.getAsInt() : null)
        .addOffsetDateTime(utc(state.retiredAt()));
  }

  private static OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(i -> i.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
