package io.riftwatch.classify.evaluation;

import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The evaluations that were made, in PostgreSQL. */
@ApplicationScoped
class EvaluationStore {

  private static final String ADD =
      """
      INSERT INTO classify.evaluations (id, created_at, summary, body) VALUES ($1, $2, $3, $4)
      """;

  private static final String LIST =
      """
      SELECT id, summary FROM classify.evaluations WHERE (created_at, id) < ($1, $2)
      ORDER BY created_at DESC, id DESC LIMIT $3
      """;

  private static final String ONE = "SELECT id, body FROM classify.evaluations WHERE id = $1";

  private static final String DELETE = "DELETE FROM classify.evaluations WHERE id = $1";

  private final Pool database;
  private final JsonColumns json;

  EvaluationStore(Pool database, JsonColumns json) {
    this.database = database;
    this.json = json;
  }

  Uni<Void> add(EvaluationView evaluation) {
    return database
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                evaluation.id(),
                Rows.utc(evaluation.createdAt()),
                write(evaluation.summary()),
                write(evaluation)))
        .replaceWithVoid();
  }

  /** The evaluations from the latest to the first, behind a place. */
  Uni<List<EvaluationSummary>> list(Cursor behind, int limit) {
    return database
        .preparedQuery(LIST)
        .execute(Tuple.of(Rows.utc(behind.at()), behind.id(), limit))
        .map(
            rows ->
                Rows.stream(rows)
                    .map(row -> read(row, "summary", EvaluationSummary.class))
                    .toList());
  }

  Uni<Optional<EvaluationView>> find(String id) {
    return database
        .preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                Rows.stream(rows).map(row -> read(row, "body", EvaluationView.class)).findFirst());
  }

  /** Forgets an evaluation; whether there was such a one. */
  Uni<Boolean> delete(String id) {
    return database
        .preparedQuery(DELETE)
        .execute(Tuple.of(id))
        .map(deleted -> deleted.rowCount() == 1);
  }

  private String write(Object value) {
    return json.write(value, "an evaluation");
  }

  private <T> T read(Row row, String column, Class<T> type) {
    return json.read(row.getString(column), type, "the stored evaluation " + row.getString("id"));
  }
}
