package io.riftwatch.classify.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule packs that were uploaded, in PostgreSQL. */
@ApplicationScoped
class PackStore {

  private static final String ADD =
      """
      INSERT INTO classify.rule_packs (language, version, triggers, states, uploaded_at, files)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (language, version) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT language, version, triggers, states, uploaded_at,
        CASE
          WHEN (SELECT version = pack.version AND NOT built_in FROM classify.activations
                WHERE language = pack.language ORDER BY generation DESC LIMIT 1) THEN 'ACTIVE'
          WHEN EXISTS (SELECT FROM classify.activations
                       WHERE language = pack.language AND version = pack.version
                         AND NOT built_in) THEN 'RETIRED'
          ELSE 'DRAFT'
        END AS state
      FROM classify.rule_packs pack
      ORDER BY language, uploaded_at DESC, version
      """;

  private static final String FILES =
      "SELECT files FROM classify.rule_packs WHERE language = $1 AND version = $2";

  private static final String DELETE_DRAFT =
      """
      DELETE FROM classify.rule_packs pack WHERE language = $1 AND version = $2
        AND NOT EXISTS (SELECT FROM classify.activations
                        WHERE language = pack.language AND version = pack.version
                          AND NOT built_in)
      """;

  private static final TypeReference<Map<String, String>> CONTENTS = new TypeReference<>() {};

  private final Pool database;
  private final JsonColumns json;
  private final InstantSource clock;

  PackStore(Pool database, JsonColumns json, InstantSource clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Stores a pack; whether its language had none of its version. */
  Uni<Boolean> add(RulePack pack, PackFiles files) {
    return database
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                pack.language(),
                pack.version(),
                pack.triggerCount(),
                pack.states().codes().size(),
                Rows.utc(clock.instant()),
                json.write(files.contents(), "the files of a rule pack")))
        .map(added -> added.rowCount() == 1);
  }

  /** The packs by language, the latest upload first. */
  Uni<List<PackView>> list() {
    return database
        .preparedQuery(LIST)
        .execute()
        .map(rows -> Rows.stream(rows).map(PackStore::view).toList());
  }

  /** The files of a version. */
  Uni<Optional<PackFiles>> files(String language, String version) {
    return database
        .preparedQuery(FILES)
        .execute(Tuple.of(language, version))
        .map(rows -> Rows.stream(rows).map(row -> read(row.getString("files"))).findFirst());
  }

  /** Deletes a pack that was never in force; whether there was such a one. */
  Uni<Boolean> deleteDraft(String language, String version) {
    return database
        .preparedQuery(DELETE_DRAFT)
        .execute(Tuple.of(language, version))
        .map(deleted -> deleted.rowCount() == 1);
  }

  private static PackView view(Row row) {
    return new PackView(
        row.getString("language"),
        row.getString("version"),
        PackView.Origin.UPLOADED,
        PackView.State.valueOf(row.getString("state")),
        row.getInteger("triggers"),
        row.getInteger("states"),
        Rows.instant(row, "uploaded_at").orElseThrow(),
        null);
  }

  private PackFiles read(String files) {
    return new PackFiles(json.read(files, CONTENTS, "the files of a stored rule pack"));
  }
}
