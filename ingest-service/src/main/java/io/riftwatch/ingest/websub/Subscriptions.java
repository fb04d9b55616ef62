package io.riftwatch.ingest.websub;

import io.riftwatch.ingest.websub.Subscription.State;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which feed is subscribed to at which hub. */
@ApplicationScoped
public class Subscriptions {

  /** An SQL expression for the name of the {@link Delivery} of a row of {@code feed}. */
  public static final String DELIVERY =
      """
      COALESCE((
        SELECT CASE WHEN s.state = 'ACTIVE' AND s.lease_until > now() AND s.quiet_since IS NULL
          THEN 'PUSHED' ELSE 'AWAITED' END
        FROM ingest.websub_subscription s
        WHERE s.feed_id = feed.id AND s.state <> 'ENDING'), 'POLLED')
      """;

  /**
   * An SQL assignment that makes a feed due now; one that is being polled was due already, and is
   * due again.
   */
  static final String DUE_NOW =
      " next_poll_at = CASE WHEN claim IS NULL THEN least(next_poll_at, now()) ELSE now() END ";

  /** What a hub never agreed to, or has ended itself, needs no ending. */
  static final String FORGET =
      """
      DELETE FROM ingest.websub_subscription AS s
      WHERE s.state <> 'ENDING' AND (s.verified_at IS NULL OR s.state = 'DENIED') AND
      """;

  static final String END =
      """
      UPDATE ingest.websub_subscription AS s
      SET state = 'ENDING', asked_at = NULL, attempts = 0, next_attempt_at = now()
      WHERE s.state <> 'ENDING' AND
      """;

  private static final String OF_FEED = " s.feed_id = $1";

  private static final String LIVE =
      "SELECT * FROM ingest.websub_subscription WHERE feed_id = $1 AND state <> 'ENDING'";

  private static final String ADD =
      """
      INSERT INTO ingest.websub_subscription
        (id, feed_id, hub, topic, secret, state, next_attempt_at)
      VALUES ($1, $2, $3, $4, $5, 'PENDING', now())
      ON CONFLICT (feed_id) WHERE state <> 'ENDING' DO NOTHING
      """;

  /**
   * News that came up before the hub had agreed, or since the last push, are not held against it.
   */
  private static final String KEPT_BACK =
      """
      UPDATE ingest.websub_subscription SET quiet_since = now()
      WHERE feed_id = $1 AND state = 'ACTIVE' AND quiet_since IS NULL AND verified_at < $2
      """;

  private static final int SECRET_BYTES = 32;

  private final Pool database;
  private final SecureRandom random = new SecureRandom();

  Subscriptions(Pool database) {
    this.database = database;
  }

  /** Sees to it that the feed is subscribed to at the hub that it names now, and at no other. */
  public Uni<Void> follow(UUID feed, Optional<Offer> offer) {
    return ofFeed(feed)
        .map(live -> live.map(s -> new Offer(s.hub(), s.topic())))
        .chain(
            live ->
                live.equals(offer)
                    ? Uni.createFrom().voidItem()
                    : database.withTransaction(connection -> replace(connection, feed, offer)));
  }

  /**
   * Polling found news that the hub should have pushed: it is not relied on until it pushes again.
   *
   * @param polledBefore when the feed had been polled the time before
   */
  public Uni<Void> keptBack(UUID feed, Instant polledBefore) {
    return database
        .preparedQuery(KEPT_BACK)
        .execute(Tuple.of(feed, Rows.utc(polledBefore)))
        .replaceWithVoid();
  }

  /** The subscription of a feed that is wanted now. */
  Uni<Optional<Subscription>> ofFeed(UUID feed) {
    return database
        .preparedQuery(LIVE)
        .execute(Tuple.of(feed))
        .map(rows -> read(rows).stream().findFirst());
  }

  private Uni<Void> replace(SqlConnection connection, UUID feed, Optional<Offer> offer) {
    Uni<Void> ended =
        connection
            .preparedQuery(FORGET + OF_FEED)
            .execute(Tuple.of(feed))
            .chain(() -> connection.preparedQuery(END + OF_FEED).execute(Tuple.of(feed)))
            .replaceWithVoid();
    return offer
        .map(o -> ended.chain(() -> connection.preparedQuery(ADD).execute(row(feed, o))))
        .map(Uni::replaceWithVoid)
        .orElse(ended);
  }

  private Tuple row(UUID feed, Offer offer) {
    return Tuple.of(
        UUID.randomUUID(), feed, offer.hub().toString(), offer.topic().toString(), secret());
  }

  private String secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  static List<Subscription> read(RowSet<Row> rows) {
    return Rows.stream(rows).map(Subscriptions::subscription).toList();
  }

  private static Subscription subscription(Row row) {
    return new Subscription(
        row.getUUID("id"),
        URI.create(row.getString("hub")),
        URI.create(row.getString("topic")),
        row.getString("secret"),
        State.valueOf(row.getString("state")),
        row.getInteger("attempts"),
        Rows.instant(row, "asked_at"),
        Rows.instant(row, "lease_until"),
        Rows.instant(row, "last_push_at"),
        Rows.instant(row, "quiet_since"),
        Optional.ofNullable(row.getString("reason")));
  }
}
