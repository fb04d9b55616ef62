package io.riftwatch.alert.database;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a database in trouble from data that it will never take. */
public final class DatabaseFailure {

  /** Classes of SQLSTATE that blame the data: data exception, integrity constraint violation. */
  private static final List<String> DATA_CLASSES = List.of("22", "23");

  private static final List<Class<? extends Throwable>> OUT_OF_REACH =
      List.of(IOException.class, VertxException.class, TimeoutException.class);

  private DatabaseFailure() {}

  /**
   * Whether the same work may succeed later: the database is out of reach, busy or out of order.
   */
  public static boolean isPassing(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> sqlState(cause).stream())
        .findFirst()
        .map(state -> DATA_CLASSES.stream().noneMatch(state::startsWith))
        .orElseGet(() -> causes(failure).anyMatch(DatabaseFailure::isOutOfReach));
  }

  private static Optional<String> sqlState(Throwable cause) {
    if (cause instanceof PgException refusal) {
      return Optional.ofNullable(refusal.getSqlState());
    }
    return cause instanceof SQLException refusal
        ? Optional.ofNullable(refusal.getSQLState())
        : Optional.empty();
  }

  private static boolean isOutOfReach(Throwable cause) {
    return OUT_OF_REACH.stream().anyMatch(type -> type.isInstance(cause));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
