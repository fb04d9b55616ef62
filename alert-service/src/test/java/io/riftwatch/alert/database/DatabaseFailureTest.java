package io.riftwatch.alert.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        Arguments.of(new IllegalArgumentException("not a signal"), false),
        Arguments.of(new NullPointerException(), false));
  }

  @ParameterizedTest(name = "{0} passes: {1}")
  @MethodSource("failures")
  void onlyWhatBlamesTheDataIsForGood(Throwable failure, boolean passing) {
    assertEquals(passing, DatabaseFailure.isPassing(failure));
  }
}
