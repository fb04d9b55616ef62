package io.riftwatch.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server beside this JVM; what it holds stays in its directory. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String NAME = "riftwatch";

  private final Path directory;
  private final int port;
  private EmbeddedPostgres server;

  private EmbeddedDatabase(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * Starts a server on loopback with the database {@code riftwatch} and a user of that name.
   *
   * @param directory made when it is not there
   * @param port 1 to 65535
   * @throws IOException when the server does not start
   */
  public static EmbeddedDatabase start(Path directory, int port) throws IOException {
    Files.createDirectories(directory.toAbsolutePath().getParent());
    EmbeddedDatabase database = new EmbeddedDatabase(directory, port);
    database.start();
    try {
      database.create();
    } catch (SQLException e) {
      database.close();
      throw new IOException("the database " + NAME + " could not be made: " + e.getMessage(), e);
    }
    return database;
  }

  /**
   * Starts the server again after {@link #stop()}, on the same port.
   *
   * @throws IOException when it does not start
   */
  public synchronized void start() throws IOException {
    if (server == null) {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .start();
    }
  }

  /**
   * Stops the server; clients find nobody at its port until it is started again.
   *
   * @throws IOException when it does not stop
   */
  public synchronized void stop() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** As {@code RIFTWATCH_DATABASE_URL} takes it, without credentials. */
  public String url() {
    return "postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /** The owner of the database, and its password. */
  public String user() {
    return NAME;
  }

  /**
   * A connection as the database's owner, for what only a test or an operator does.
   *
   * @throws SQLException when the server is gone
   */
  public Connection connect() throws SQLException {
    return server.getDatabase(NAME, NAME).getConnection();
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private void create() throws SQLException {
    try (Connection c = server.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      if (!exists(s, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
        s.execute("create role " + NAME + " login password '" + NAME + "'");
      }
      if (!exists(s, "select 1 from pg_database where datname = '" + NAME + "'")) {
        s.execute("create database " + NAME + " owner " + NAME);
      }
    }
  }

  private static boolean exists(Statement s, String query) throws SQLException {
    try (ResultSet r = s.executeQuery(query)) {
      return r.next();
    }
  }
}
