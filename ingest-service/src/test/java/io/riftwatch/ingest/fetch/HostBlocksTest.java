package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostBlocksTest {

  EmbeddedDatabase database;
  @Inject Pool pool;

  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Throttling throttling =
      new Throttling(
          () -> now,
          new Throttling.Bounds(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24)));

  private HostBlocks replica() {
    return new HostBlocks(pool, () -> now, throttling);
  }

  private static Block throttled(HostBlocks replica, String host, Optional<Instant> asked) {
    return replica.throttled(host, 503, asked).await().indefinitely();
  }

  private static void refresh(HostBlocks replica) {
    replica.refresh().await().indefinitely();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatOneReplicaHearsAllHeed() {
    HostBlocks one = replica();
    HostBlocks two = replica();
    Block block = throttled(one, "heard.example", Optional.of(now.plusSeconds(600)));
    assertEquals(Optional.of(block), one.inForce("heard.example"));
    assertEquals(Optional.empty(), two.inForce("heard.example"));

    refresh(two);

    assertEquals(Optional.of(block), two.inForce("heard.example"));
    assertEquals(Optional.empty(), two.inForce("other.example"));
  }

  @Test
  void thePauseGrowsAcrossReplicasUntilTheHostAnswersAgain() throws SQLException {
    HostBlocks one = replica();
    HostBlocks two = replica();
    throttled(one, "grows.example", Optional.empty());
    refresh(two);
    now = now.plus(Duration.ofMinutes(2));

    Block second = throttled(two, "grows.example", Optional.empty());
    assertEquals(now.plus(Duration.ofMinutes(2)), second.until());

    now = now.plus(Duration.ofMinutes(3));
    execute("UPDATE ingest.host SET blocked_until = now() WHERE name = 'grows.example'");
    two.answered("grows.example").await().indefinitely();
    refresh(one);
    Block fresh = throttled(one, "grows.example", Optional.empty());
    assertEquals(now.plus(Duration.ofMinutes(1)), fresh.until());
  }

  @Test
  void anAnswerToARequestOfBeforeTheBlockDoesNotLiftIt() {
    HostBlocks replica = replica();
    throttled(replica, "late.example", Optional.of(now.plusSeconds(600)));

    replica.answered("late.example").await().indefinitely();
    refresh(replica);

    assertTrue(replica.inForce("late.example").isPresent());
  }

  @Test
  void aBlockRunsOut() {
    HostBlocks replica = replica();
    throttled(replica, "out.example", Optional.of(now.plusSeconds(600)));

    now = now.plusSeconds(600);

    assertEquals(Optional.empty(), replica.inForce("out.example"));
  }
}
