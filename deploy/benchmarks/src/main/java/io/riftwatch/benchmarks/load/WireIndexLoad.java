package io.riftwatch.benchmarks.load;

import io.quarkus.runtime.configuration.DurationConverter;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.embedded.Ports;
import io.riftwatch.ingest.wire.WireConfig;
import io.riftwatch.ingest.wire.WireIndex;
import io.riftwatch.ingest.wire.Words;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What it takes to find an article's group among a million others in PostgreSQL: looking copies and
 * strangers up, one in two of which bears a phrase that many articles share, and joining.
 */
@Command(name = "wire-index-load", mixinStandardHelpOptions = true)
public final class WireIndexLoad implements Callable<Integer> {

  private static final String PHRASE = "all rights reserved this material may not be published";
  private static final int WORDS = 300;

  @Option(names = "--articles", description = "in the index (default ${DEFAULT-VALUE})")
  private int articles = 1_000_000;

  @Option(names = "--look-ups", description = "of each kind (default ${DEFAULT-VALUE})")
  private int lookUps = 5_000;

  @Option(names = "--phrase-in", description = "of a hundred articles (default ${DEFAULT-VALUE})")
  private int phraseIn = 5;

  @Option(names = "--seed", description = "of chance (default ${DEFAULT-VALUE})")
  private long seed = 1;

  private Random chance;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new WireIndexLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    chance = new Random(seed);
    int port = Ports.free();
    Path data = Files.createTempDirectory("wire-index-load");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data, port);
        Connection connection = database.connect()) {
      migrate(connection.getMetaData().getURL(), database.user());
      new WireRows(Instant.now(), chance, articles, phraseIn, PHRASE).fill(connection);
      sizes(connection);
      Pool pool = pool(database, port);
      time("a round trip for nothing", lookUps, i -> pool.query("SELECT 1").execute());
      measure(new WireIndex(pool, Clock.systemUTC(), config()));
      plan(connection);
      pool.closeAndAwait();
    } finally {
      delete(data);
    }
    return 0;
  }

  /** Two gigabytes are more than a temporary directory should keep. */
  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private void measure(WireIndex index) {
    List<String> originals = texts(lookUps);
    time("warm-up", lookUps, i -> index.find("", text()));
    time(
        "join a stranger, committed to disk",
        lookUps,
        i -> index.join("o" + i, index.sketch("", originals.get(i))));
    time("look a stranger up", lookUps, i -> index.find("", text()));
    time("look a stranger with the phrase up", lookUps, i -> index.find("", PHRASE + " " + text()));
    List<Optional<String>> found =
        time("look a copy up", lookUps, i -> index.find("", trimmed(originals.get(i))));
    long right =
        IntStream.range(0, lookUps).filter(i -> found.get(i).equals(Optional.of("o" + i))).count();
    say("copies found       %,d of %,d", right, lookUps);
  }

  /** One after the other, on one connection. */
  private static <T> List<T> time(String what, int times, IntFunction<Uni<T>> step) {
    List<T> results = new ArrayList<>();
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Uni<T> next = step.apply(i);
      long start = System.nanoTime();
      results.add(next.await().indefinitely());
      micros.add((System.nanoTime() - start) / 1_000);
    }
    Collections.sort(micros);
    say(
        "%-36s p50 %,6d us, p99 %,6d us, longest %,7d us",
        what, micros.get(times / 2), micros.get(times * 99 / 100), micros.get(times - 1));
    return results;
  }

  private List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> text()).toList();
  }

  private String text() {
    return IntStream.range(0, WORDS)
        .mapToObj(i -> Integer.toString(chance.nextInt(200_000) + 50_000, 36) + "x")
        .collect(Collectors.joining(" "));
  }

  /** The first half of a text under another's byline. */
  private static String trimmed(String text) {
    return "By our own correspondent " + text.substring(0, text.length() / 2);
  }

  private static void migrate(String url, String user) {
    Flyway.configure()
        .dataSource(url, user, user)
        .locations("filesystem:ingest-service/src/main/resources/db/migration")
        .schemas("ingest")
        .defaultSchema("ingest")
        .load()
        .migrate();
  }

  private static Pool pool(EmbeddedDatabase database, int port) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase("riftwatch")
            .setUser(database.user())
            .setPassword(database.user())
            .setCachePreparedStatements(true);
    return PgBuilder.pool().with(new PoolOptions().setMaxSize(1)).connectingTo(options).build();
  }

  private static WireConfig config() {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(WireConfig.class)
        .build()
        .getConfigMapping(WireConfig.class);
  }

  private static void sizes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT relname, reltuples::bigint, pg_size_pretty(pg_table_size(oid)),
                  pg_size_pretty(pg_indexes_size(oid))
                FROM pg_class WHERE relname IN ('wire_text', 'wire_band')
                """)) {
      while (rows.next()) {
        say(
            "%-18s %,d rows, %s, indexes %s",
            rows.getString(1), rows.getLong(2), rows.getString(3), rows.getString(4));
      }
    }
  }

  private static void plan(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String bands :
          rows(statement, "SELECT hashes[1:16] FROM ingest.wire_text WHERE ref = 4711")) {
        String near =
            "SELECT * FROM ingest.wire_near('"
                + bands
                + "'::int[], 32, 16, now() - interval '7 days', '')";
        rows(statement, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + near)
            .forEach(line -> say("%s", line));
      }
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  static int hash(String... words) {
    return (int) Words.hash(List.of(words));
  }

  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
