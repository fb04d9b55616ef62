package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Operator.follows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PollMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  EmbeddedDatabase database;
  @Inject Pool pool;

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private double due(PollMeters meters) {
    meters.countDue().await().indefinitely();
    return registry.get("riftwatch.ingest.feeds.due").gauge().value();
  }

  @Test
  void howManyFeedsAreDueIsUnknownWhereTheyCannotBeCounted() throws SQLException {
    PollMeters meters = new PollMeters(pool, InstantSource.system(), registry);
    execute("DELETE FROM ingest.feed");
    follows("https://due.example/");
    assertEquals(1, due(meters));

    execute("ALTER TABLE ingest.feed RENAME TO feed_away");
    try {
      assertEquals(Double.NaN, due(meters));
    } finally {
      execute("ALTER TABLE ingest.feed_away RENAME TO feed");
    }

    assertEquals(1, due(meters));
  }
}
