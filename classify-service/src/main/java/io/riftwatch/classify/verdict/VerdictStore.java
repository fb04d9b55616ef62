package io.riftwatch.classify.verdict;

import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The latest verdict on each signal, in PostgreSQL. */
@ApplicationScoped
class VerdictStore {

  private static final String TAKE_TURNS =
      "SELECT pg_advisory_xact_lock(hashtextextended('classify.verdict:' || $1, 0))";

  private static final String NUMBER = "SELECT nextval('classify.correction')";

  private static final String ONE =
      "SELECT signal_id, body FROM classify.verdicts WHERE signal_id = $1";

  private static final String LIST =
      """
      SELECT signal_id, body FROM classify.verdicts
      WHERE (given_at, signal_id) < ($1, $2) AND ($3::text IS NULL OR verdict = $3)
      ORDER BY given_at DESC, signal_id DESC LIMIT $4
      """;

  private static final String SAVE =
      """
      INSERT INTO classify.verdicts (signal_id, verdict, corrected_id, number, given_at, body)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (signal_id) DO UPDATE SET verdict = EXCLUDED.verdict,
        corrected_id = EXCLUDED.corrected_id, number = EXCLUDED.number,
        given_at = EXCLUDED.given_at, body = EXCLUDED.body
      """;

  private static final String ARTICLES =
      """
      SELECT article_id FROM classify.signals signal
      JOIN classify.verdicts verdict ON verdict.signal_id = signal.id
      GROUP BY article_id ORDER BY max(given_at) DESC, article_id LIMIT $1
      """;

  private final Pool database;
  private final JsonColumns json;

  VerdictStore(Pool database, JsonColumns json) {
    this.database = database;
    this.json = json;
  }

  /** Does something with the verdicts of a signal, while nobody else does. */
  <T> Uni<T> alone(String signal, Function<SqlClient, Uni<T>> work) {
    return database.withTransaction(
        connection ->
            connection
                .preparedQuery(TAKE_TURNS)
                .execute(Tuple.of(signal))
                .chain(() -> work.apply(connection)));
  }

  /** A number above those of all corrections so far. */
  Uni<Long> number(SqlClient client) {
    return client.query(NUMBER).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  Uni<Optional<Verdict>> find(String signal) {
    return find(database, signal);
  }

  Uni<Optional<Verdict>> find(SqlClient client, String signal) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(signal))
        .map(rows -> Rows.stream(rows).map(this::read).findFirst());
  }

  /** The verdicts from the latest to the first, behind a place, at most so many. */
  Uni<List<Verdict>> list(Optional<Ruling> ruling, Cursor behind, int limit) {
    return database
        .preparedQuery(LIST)
        .execute(
            Tuple.of(
                Rows.utc(behind.at()), behind.id(), ruling.map(Ruling::name).orElse(null), limit))
        .map(rows -> Rows.stream(rows).map(this::read).toList());
  }

  /** Keeps a verdict in place of the one before. */
  Uni<Verdict> save(SqlClient client, Verdict verdict) {
    return client
        .preparedQuery(SAVE)
        .execute(
            Tuple.of(
                verdict.signal().id(),
                verdict.verdict().name(),
                verdict.correctedId(),
                verdict.correction(),
                Rows.utc(verdict.givenAt()),
                json.write(verdict, "a verdict")))
        .replaceWith(verdict);
  }

  /** The articles with verdicts, those judged last first. */
  Uni<List<String>> articles(int limit) {
    return database
        .preparedQuery(ARTICLES)
        .execute(Tuple.of(limit))
        .map(rows -> Rows.stream(rows).map(row -> row.getString("article_id")).toList());
  }

  private Verdict read(Row row) {
    return json.read(
        row.getString("body"),
        Verdict.class,
        "the stored verdict on " + row.getString("signal_id"));
  }
}
