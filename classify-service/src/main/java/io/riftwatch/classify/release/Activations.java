package io.riftwatch.classify.release;

import io.riftwatch.classify.release.Activation.Kind;
import io.riftwatch.classify.release.History.Step;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which rule packs are in force, and were before, in PostgreSQL. The generation of the latest
 * activation tells every replica whether it serves the packs in force.
 */
@ApplicationScoped
class Activations {

  /** Activations take turns, so that generations are seen in the order of their numbers. */
  private static final String TAKE_TURNS =
      "SELECT pg_advisory_xact_lock(hashtextextended('classify.activations', 0))";

  private static final String GENERATION =
      "SELECT coalesce(max(generation), 0) FROM classify.activations";

  private static final String IN_FORCE =
      """
      SELECT * FROM classify.activations WHERE generation IN
        (SELECT max(generation) FROM classify.activations GROUP BY language)
      """;

  private static final String LIST =
      """
      SELECT * FROM classify.activations WHERE language = $1 AND generation < $2
      ORDER BY generation DESC LIMIT $3
      """;

  private static final String ADD =
      """
      INSERT INTO classify.activations
        (language, version, built_in, kind, previous, activated_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING *
      """;

  private final Pool database;
  private final InstantSource clock;

  Activations(Pool database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The number of the latest activation, 0 before the first. */
  Uni<Long> generation() {
    return database
        .preparedQuery(GENERATION)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** The latest activation of each language that has one. */
  Uni<List<Activation>> inForce() {
    return database.preparedQuery(IN_FORCE).execute().map(Activations::activations);
  }

  /** The activations of a language below a generation, the latest first. */
  Uni<List<Activation>> list(String language, long below, int limit) {
    return list(database, language, below, limit);
  }

  private static Uni<List<Activation>> list(
      SqlClient client, String language, long below, int limit) {
    return client
        .preparedQuery(LIST)
        .execute(Tuple.of(language, below, limit))
        .map(Activations::activations);
  }

  /**
   * Puts another pack of a language in force.
   *
   * @param builtIn version of its built-in pack; empty where it has none
   * @param step which pack, after what was in force before
   * @return the activation; empty where there was no step to take
   */
  Uni<Optional<Activation>> advance(
      String language, Optional<String> builtIn, Function<History, Optional<Step>> step) {
    return database.withTransaction(
        connection ->
            connection
                .query(TAKE_TURNS)
                .execute()
                .chain(() -> list(connection, language, Long.MAX_VALUE, Integer.MAX_VALUE))
                .map(before -> step.apply(new History(before, builtIn)))
                .chain(
                    next -> next.map(to -> add(connection, language, to)).orElseGet(this::none)));
  }

  private Uni<Optional<Activation>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  private Uni<Optional<Activation>> add(SqlClient connection, String language, Step step) {
    return connection
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                language,
                step.version(),
                step.builtIn(),
                step.kind().name(),
                step.previous().orElse(null),
                Rows.utc(clock.instant())))
        .map(added -> activations(added).stream().findFirst());
  }

  private static List<Activation> activations(RowSet<Row> rows) {
    return Rows.stream(rows).map(Activations::activation).toList();
  }

  private static Activation activation(Row row) {
    return new Activation(
        row.getLong("generation"),
        row.getString("language"),
        row.getString("version"),
        row.getBoolean("built_in"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getLong("previous")),
        Rows.instant(row, "activated_at").orElseThrow());
  }
}
