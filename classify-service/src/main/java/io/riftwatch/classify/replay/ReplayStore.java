package io.riftwatch.classify.replay;

import io.riftwatch.classify.article.ArticleRange;
import io.riftwatch.classify.replay.Replay.State;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The replays that operators asked for, in PostgreSQL. */
@ApplicationScoped
class ReplayStore {

  private static final String ADD =
      """
      INSERT INTO classify.replays (id, language, version, from_at, to_at, created_at, state,
        articles, place_at, place_id)
      VALUES ($1, $2, $3, $4, $5, $6, 'CODING', $7, $8, $9)
      RETURNING *
      """;

  private static final String LIST =
      """
      SELECT * FROM classify.replays WHERE (created_at, id) < ($1, $2)
      ORDER BY created_at DESC, id DESC LIMIT $3
      """;

  private static final String ONE = "SELECT * FROM classify.replays WHERE id = $1";

  private static final String APPROVE =
      """
      UPDATE classify.replays SET state = 'PUBLISHING', correction = nextval('classify.correction')
      WHERE id = $1 AND state = 'CODED'
      """;

  private static final String DISCARD =
      "DELETE FROM classify.replays WHERE id = $1 AND state <> 'PUBLISHING'";

  private final Pool database;
  private final InstantSource clock;

  ReplayStore(Pool database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Notes a replay, to be begun by whichever replica looks first.
   *
   * @param articles how many there are to code
   */
  Uni<Replay> add(ArticleRange range, String version, int articles) {
    return database
        .preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addString(UUID.randomUUID().toString())
                .addString(range.language())
                .addString(version)
                .addOffsetDateTime(Rows.utc(range.from()))
                .addOffsetDateTime(Rows.utc(range.to()))
                .addOffsetDateTime(Rows.utc(clock.instant()))
                .addInteger(articles)
                .addOffsetDateTime(Rows.utc(Cursor.START.at()))
                .addString(Cursor.START.id()))
        .map(rows -> replay(rows.iterator().next()));
  }

  /** The replays from the latest to the first, behind a place. */
  Uni<List<Replay>> list(Cursor behind, int limit) {
    return database
        .preparedQuery(LIST)
        .execute(Tuple.of(Rows.utc(behind.at()), behind.id(), limit))
        .map(ReplayStore::replays);
  }

  Uni<Optional<Replay>> find(String id) {
    return database
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> replays(rows).stream().findFirst());
  }

  /** Has the corrections of a coded replay published; whether it waited for that. */
  Uni<Boolean> approve(String id) {
    return database
        .preparedQuery(APPROVE)
        .execute(Tuple.of(id))
        .map(approved -> approved.rowCount() == 1);
  }

  /** Forgets a replay with its differences, unless it is being published; whether it did. */
  Uni<Boolean> discard(String id) {
    return database
        .preparedQuery(DISCARD)
        .execute(Tuple.of(id))
        .map(discarded -> discarded.rowCount() == 1);
  }

  static List<Replay> replays(RowSet<Row> rows) {
    return Rows.stream(rows).map(ReplayStore::replay).toList();
  }

  private static Replay replay(Row row) {
    return new Replay(
        row.getString("id"),
        row.getString("language"),
        row.getString("version"),
        Rows.instant(row, "from_at").orElseThrow(),
        Rows.instant(row, "to_at").orElseThrow(),
        Rows.instant(row, "created_at").orElseThrow(),
        State.valueOf(row.getString("state")),
        row.getInteger("articles"),
        row.getInteger("coded"),
        row.getInteger("gained"),
        row.getInteger("lost"),
        row.getInteger("changed"),
        row.getInteger("published"),
        Optional.ofNullable(row.getString("problem")),
        new Cursor(Rows.instant(row, "place_at").orElseThrow(), row.getString("place_id")),
        Optional.ofNullable(row.getLong("correction")));
  }
}
