package io.riftwatch.ingest.fetch;

import io.quarkus.scheduler.Scheduled;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The hosts that asked to be left alone: what one replica hears, all heed. While the database is
 * away each replica heeds what it heard itself.
 */
@ApplicationScoped
public class HostBlocks {

  private static final Logger LOG = Logger.getLogger(HostBlocks.class);

  private static final String KEEP =
      """
      INSERT INTO ingest.host AS known (name, blocked_until, throttles, throttled_by)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (name) DO UPDATE SET
        blocked_until = greatest(known.blocked_until, EXCLUDED.blocked_until),
        look_at = greatest(known.look_at, EXCLUDED.blocked_until),
        throttles = greatest(known.throttles, EXCLUDED.throttles),
        throttled_by = EXCLUDED.throttled_by
      """;

  private static final String LIFT =
      """
      UPDATE ingest.host SET throttles = 0, throttled_by = NULL
      WHERE name = $1 AND blocked_until <= now()
      """;

  private static final String LIST =
      "SELECT name, blocked_until, throttles, throttled_by FROM ingest.host WHERE throttles > 0";

  private final Pool database;
  private final InstantSource clock;
  private final Throttling throttling;
  private final Map<String, Block> blocks = new ConcurrentHashMap<>();

  HostBlocks(Pool database, InstantSource clock, Throttling throttling) {
    this.database = database;
    this.clock = clock;
    this.throttling = throttling;
  }

  /** The block that is in force for a host. */
  Optional<Block> inForce(String host) {
    return Optional.ofNullable(blocks.get(host)).filter(this::isInForce);
  }

  private boolean isInForce(Block block) {
    return block.until().isAfter(clock.instant());
  }

  /**
   * Heeds an answer that asks to be left alone, here at once and in the other replicas soon.
   *
   * @param asked until when, if the host says so
   */
  Uni<Block> throttled(String host, int status, Optional<Instant> asked) {
    Block block =
        blocks.compute(
            host, (h, before) -> throttling.next(Optional.ofNullable(before), status, asked));
    LOG.infof("Host %s answers %d and is left alone until %s", host, status, block.until());
    return database
        .preparedQuery(KEEP)
        .execute(Tuple.of(host, Rows.utc(block.until()), block.throttles(), status))
        .replaceWith(block)
        .onFailure()
        .recoverWithItem(block);
  }

  /** Forgets how often a host asked for rest, once it answers again after that. */
  Uni<Void> answered(String host) {
    Block block = blocks.get(host);
    if (block == null || isInForce(block) || !blocks.remove(host, block)) {
      return Uni.createFrom().voidItem();
    }
    return database
        .preparedQuery(LIFT)
        .execute(Tuple.of(host))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  /** Learns what the other replicas heard. */
  @Scheduled(
      every = "{riftwatch.ingest.fetch.block-refresh}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return database
        .query(LIST)
        .execute()
        .invoke(rows -> learn(listed(rows)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  private void learn(Map<String, Block> listed) {
    blocks.entrySet().removeIf(b -> !listed.containsKey(b.getKey()) && !isInForce(b.getValue()));
    listed.forEach((host, block) -> blocks.merge(host, block, HostBlocks::later));
  }

  private static Block later(Block ours, Block theirs) {
    return theirs.until().isAfter(ours.until()) ? theirs : ours;
  }

  private static Map<String, Block> listed(RowSet<Row> rows) {
    Map<String, Block> listed = new HashMap<>();
    rows.forEach(
        row ->
            listed.put(
                row.getString("name"),
                new Block(
                    row.getOffsetDateTime("blocked_until").toInstant(),
                    row.getInteger("throttles"),
                    row.getInteger("throttled_by"))));
    return listed;
  }
}
