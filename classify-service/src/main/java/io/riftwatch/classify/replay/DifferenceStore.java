package io.riftwatch.classify.replay;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Difference.Kind;
import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The differences that replays found, in PostgreSQL. */
@ApplicationScoped
class DifferenceStore {

  private static final String ADD =
      """
      INSERT INTO classify.replay_differences (replay_id, number, kind, before, after)
      VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String LIST =
      """
      SELECT number, kind, before, after FROM classify.replay_differences
      WHERE replay_id = $1 AND ($2 = '' OR kind = $2) AND number >= $3
      ORDER BY number LIMIT $4
      """;

  private final Pool database;
  private final JsonColumns json;

  DifferenceStore(Pool database, JsonColumns json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Adds differences.
   *
   * @param connection with the transaction that they are part of
   * @param first the number of the first
   */
  Uni<Void> add(SqlClient connection, String replay, int first, List<Difference> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows =
        IntStream.range(0, found.size())
            .mapToObj(i -> row(replay, first + i, found.get(i)))
            .toList();
    return connection.preparedQuery(ADD).executeBatch(rows).replaceWithVoid();
  }

  private Tuple row(String replay, int number, Difference difference) {
    return Tuple.of(
        replay,
        number,
        difference.kind().name(),
        difference.before().map(this::write).orElse(null),
        difference.after().map(this::write).orElse(null));
  }

  /**
   * The differences of a replay in their order.
   *
   * @param kind those of this kind; empty for all
   * @param first the number from which on
   */
  Uni<List<Numbered>> list(String replay, Optional<Kind> kind, int first, int limit) {
    return database
        .preparedQuery(LIST)
        .execute(Tuple.of(replay, kind.map(Kind::name).orElse(""), first, limit))
        .map(rows -> Rows.stream(rows).map(this::numbered).toList());
  }

  private Numbered numbered(Row row) {
    return new Numbered(
        row.getInteger("number"),
        new Difference(
            Kind.valueOf(row.getString("kind")),
            Optional.ofNullable(row.getString("before")).map(this::read),
            Optional.ofNullable(row.getString("after")).map(this::read)));
  }

  private String write(Signal signal) {
    return json.write(signal, "signal " + signal.id());
  }

  private Signal read(String signal) {
    return json.read(signal, Signal.class, "a signal of a replay");
  }
}
