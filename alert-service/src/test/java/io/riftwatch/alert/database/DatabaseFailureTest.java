package io.riftwatch.alert.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailureTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new PgException("shutting down", "FATAL", "57P01", null), true),
        Arguments.of(new PgException("deadlock", "ERROR", "40P01", null), true),
        Arguments.of(new PgException("no such table", "ERROR", "42P01", null), true),
        Arguments.of(new PgException("disk full", "ERROR", "53100", null), true),
        Arguments.of(new PgException("invalid byte sequence", "ERROR", "22021", null), false),
        Arguments.of(new PgException("duplicate key", "ERROR", "23505", null), false),
        Arguments.of(new HibernateException(new SQLException("disk full", "53100")), true),
        Arguments.of(new HibernateException(new SQLException("too long", "22001")), false),
        Arguments.of(new HibernateException(new ConnectException("refused")), true),
        Arguments.of(new TimeoutException("no connection is free"), true),
        Arguments.of(new IllegalStateException("live transaction while closing"), true),
        Arguments.of(new NoStackTraceThrowable("connection is not active now"), true),
        Arguments.of(new UnfitData("signal s1", new NumberFormatException("xyz")), false),
        Arguments.of(
            new CompositeException(
                new PgException("too long", "ERROR", "22001", null),
                new ConnectException("while rolling back")),
            false),
        Arguments.of(
            new CompositeException(
                new ConnectException("while writing"),
                new UnfitData("signal s1", new NumberFormatException("xyz"))),
            false));
  }

  @ParameterizedTest(name = "{0} passes: {1}")
  @MethodSource("failures")
  void onlyWhatBlamesTheDataIsForGood(Throwable failure, boolean passing) {
    assertEquals(passing, DatabaseFailure.isPassing(failure));
  }
}
