package io.riftwatch.alert.database;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a database in trouble from data that it will never take. */
public final class DatabaseFailure {

  /** Classes of SQLSTATE that blame the data: data exception, integrity constraint violation. */
  private static final List<String> DATA_CLASSES = List.of("22", "23");

  private DatabaseFailure() {}

  /**
   * Whether the same transaction may succeed later. A connection that breaks shows itself in too
   * many ways to list them: unless the data is to blame, the database is.
   */
  public static boolean isPassing(Throwable failure) {
    return related(failure).stream().noneMatch(DatabaseFailure::blamesData);
  }

  private static boolean blamesData(Throwable failure) {
    return failure instanceof UnfitData
        || sqlState(failure)
            .filter(state -> DATA_CLASSES.stream().anyMatch(state::startsWith))
            .isPresent();
  }

  private static Optional<String> sqlState(Throwable failure) {
    if (failure instanceof PgException refusal) {
      return Optional.ofNullable(refusal.getSqlState());
    }
    return failure instanceof SQLException refusal
        ? Optional.ofNullable(refusal.getSQLState())
        : Optional.empty();
  }

  /** The failure with all its causes and all that failed on the way out. */
  private static Set<Throwable> related(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (seen.add(next)) {
        Optional.ofNullable(next.getCause()).ifPresent(open::push);
        List.of(next.getSuppressed()).forEach(open::push);
      }
    }
    return seen;
  }
}
