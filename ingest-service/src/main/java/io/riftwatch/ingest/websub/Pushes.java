package io.riftwatch.ingest.websub;

import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bodies that hubs pushed, kept from their acknowledgement until they are read, so that no
 * crash loses one.
 */
@ApplicationScoped
public class Pushes {

  /** A body that waits to be read. */
  public record Push(long id, String contentType, byte[] body) {}

  /** Past the limit, polling the feed once gives more than reading what waits. */
  private static final String KEEP =
      """
      WITH waiting AS (SELECT count(*) AS pushes FROM ingest.websub_push WHERE feed_id = $1),
      due AS (
        UPDATE ingest.feed SET
      """
          + Subscriptions.DUE_NOW
          + """
        FROM waiting WHERE feed.id = $1 AND waiting.pushes >= $5)
      INSERT INTO ingest.websub_push (feed_id, received_at, due_at, content_type, body)
      SELECT $1, $2, $2, $3, $4 FROM waiting WHERE waiting.pushes < $5
      """;

  private static final String FEEDS =
      """
      SELECT push.feed_id FROM ingest.websub_push push JOIN ingest.feed ON feed.id = push.feed_id
      WHERE push.due_at <= now() AND feed.enabled AND feed.retired_at IS NULL
        AND (feed.claimed_until IS NULL OR feed.claimed_until < now())
      GROUP BY push.feed_id ORDER BY min(push.received_at) LIMIT $1
      """;

  private static final String FIRST =
      "SELECT * FROM ingest.websub_push WHERE feed_id = $1 ORDER BY id LIMIT 1";

  private static final String DROP = "DELETE FROM ingest.websub_push WHERE id = $1";

  private static final String PUT_OFF =
      "UPDATE ingest.websub_push SET due_at = $2 WHERE feed_id = $1";

  private final Pool database;
  private final WebsubConfig config;

  Pushes(Pool database, WebsubConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Keeps a body; where too many wait, the feed is made due instead. */
  Uni<Void> keep(UUID feed, Instant now, String contentType, byte[] body) {
    return database
        .preparedQuery(KEEP)
        .execute(
            Tuple.tuple()
                .addUUID(feed)
                .addOffsetDateTime(Rows.utc(now))
                .addString(contentType)
                .addBuffer(Buffer.buffer(body))
                .addInteger(config.waitingPushes()))
        .replaceWithVoid();
  }

  /** Feeds for which a body waits and which nobody holds, at most so many. */
  public Uni<List<UUID>> feeds(int limit) {
    return database
        .preparedQuery(FEEDS)
        .execute(Tuple.of(limit))
        .map(rows -> Rows.stream(rows).map(row -> row.getUUID("feed_id")).toList());
  }

  /** The body that has waited longest for a feed. */
  public Uni<Optional<Push>> first(UUID feed) {
    return database
        .preparedQuery(FIRST)
        .execute(Tuple.of(feed))
        .map(rows -> Rows.stream(rows).findFirst().map(Pushes::push));
  }

  /** Forgets a body that was read. */
  public Uni<Void> drop(Push push) {
    return database.preparedQuery(DROP).execute(Tuple.of(push.id())).replaceWithVoid();
  }

  /** Lets the bodies of a feed wait until a time. */
  public Uni<Void> putOff(UUID feed, Instant until) {
    return database
        .preparedQuery(PUT_OFF)
        .execute(Tuple.of(feed, Rows.utc(until)))
        .replaceWithVoid();
  }

  private static Push push(Row row) {
    return new Push(
        row.getLong("id"), row.getString("content_type"), row.getBuffer("body").getBytes());
  }
}
