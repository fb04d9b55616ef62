package io.riftwatch.runtime.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

/** Deletes in batches, so that no statement holds many rows for long. */
public final class Sweep {

  private Sweep() {}

  /**
   * Repeats until a batch is not full.
   *
   * @param delete the statement; it deletes at most a batch of rows
   * @param parameters of the statement
   * @param batch how many rows the statement deletes at most
   */
  public static Uni<Void> of(Pool database, String delete, Tuple parameters, int batch) {
    return database
        .preparedQuery(delete)
        .execute(parameters)
        .map(SqlResult::rowCount)
        .repeat()
        .whilst(swept -> swept == batch)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
