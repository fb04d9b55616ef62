package io.riftwatch.classify.replay;

import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Difference.Kind;
import io.riftwatch.classify.replay.Replay.State;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The replays that this replica works on. Each note of progress renews its claim; one without
 * progress is another's after a while, and the notes of who had it before change nothing.
 */
@ApplicationScoped
class ReplayClaims {

  private static final String CLAIM =
      """
      UPDATE classify.replays SET claim = $1, claimed_until = $2 WHERE id = (
        SELECT id FROM classify.replays
        WHERE state IN ('CODING', 'PUBLISHING')
          AND (claimed_until IS NULL OR claimed_until < $3 OR claim = $1)
        ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *
      """;

  private static final String CODED =
      """
      UPDATE classify.replays SET coded = coded + $4, gained = gained + $5, lost = lost + $6,
        changed = changed + $7, place_at = $8, place_id = $9, state = $10, claimed_until = $3
      WHERE id = $1 AND claim = $2 AND state = 'CODING'
      RETURNING *
      """;

  private static final String PUBLISHED =
      """
      UPDATE classify.replays SET published = $4, state = $5, claimed_until = $3
      WHERE id = $1 AND claim = $2 AND state = 'PUBLISHING'
      RETURNING *
      """;

  private static final String FAILED =
      """
      UPDATE classify.replays SET state = 'FAILED', problem = $3
      WHERE id = $1 AND claim = $2 AND state = 'CODING'
      """;

  private final Pool database;
  private final DifferenceStore differences;
  private final InstantSource clock;
  private final ReplayConfig config;
  private final String self = UUID.randomUUID().toString();

  ReplayClaims(
      Pool database, DifferenceStore differences, InstantSource clock, ReplayConfig config) {
    this.database = database;
    this.differences = differences;
    this.clock = clock;
    this.config = config;
  }

  /** Claims the oldest replay that nobody works on; empty where there is none. */
  Uni<Optional<Replay>> claim() {
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(self, leaseEnd(), Rows.utc(clock.instant())))
        .map(rows -> ReplayStore.replays(rows).stream().findFirst());
  }

  /**
   * Notes that articles were coded, with what was found in them, both or neither.
   *
   * @param articles how many
   * @param end where the last of them stands
   * @param state how far that brings the replay
   * @return the replay; empty where it is another's now, or was discarded
   */
  Uni<Optional<Replay>> coded(
      Replay replay, int articles, Cursor end, State state, List<Difference> found) {
    Tuple progress =
        Tuple.tuple()
            .addString(replay.id())
            .addString(self)
            .addOffsetDateTime(leaseEnd())
            .addInteger(articles)
            .addInteger(count(found, Kind.GAINED))
            .addInteger(count(found, Kind.LOST))
            .addInteger(count(found, Kind.CHANGED))
            .addOffsetDateTime(Rows.utc(end.at()))
            .addString(end.id())
            .addString(state.name());
    return database.withTransaction(
        connection ->
            note(connection, CODED, progress)
                .call(
                    noted ->
                        noted.isPresent()
                            ? differences.add(connection, replay.id(), replay.differences(), found)
                            : Uni.createFrom().voidItem()));
  }

  /**
   * Notes that corrections are published.
   *
   * @param published differences that this is true of, counted from the first
   * @param state how far that brings the replay
   * @return the replay; empty where it is another's now
   */
  Uni<Optional<Replay>> published(Replay replay, int published, State state) {
    return note(
        database, PUBLISHED, Tuple.of(replay.id(), self, leaseEnd(), published, state.name()));
  }

  /** Gives a replay up. */
  Uni<Void> failed(Replay replay, String problem) {
    return database
        .preparedQuery(FAILED)
        .execute(Tuple.of(replay.id(), self, problem))
        .replaceWithVoid();
  }

  private static Uni<Optional<Replay>> note(SqlClient client, String sql, Tuple progress) {
    return client
        .preparedQuery(sql)
        .execute(progress)
        .map(rows -> ReplayStore.replays(rows).stream().findFirst());
  }

  private static int count(List<Difference> found, Kind kind) {
    return (int) found.stream().filter(difference -> difference.kind() == kind).count();
  }

  private OffsetDateTime leaseEnd() {
    return Rows.utc(clock.instant().plus(config.lease()));
  }
}
