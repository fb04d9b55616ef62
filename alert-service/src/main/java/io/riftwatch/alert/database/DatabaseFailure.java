package io.riftwatch.alert.database;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
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
    Optional<PgException> answer =
        causes(failure)
            .filter(PgException.class::isInstance)
            .map(PgException.class::cast)
            .findFirst();
    return answer
        .map(refusal -> DATA_CLASSES.stream().noneMatch(refusal.getSqlState()::startsWith))
        .orElseGet(() -> causes(failure).anyMatch(DatabaseFailure::isOutOfReach));
  }

  private static boolean isOutOfReach(Throwable cause) {
    return OUT_OF_REACH.stream().anyMatch(type -> type.isInstance(cause));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
