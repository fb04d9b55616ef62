package io.riftwatch.ingest.article;

import io.quarkus.scheduler.Scheduled;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.database.Sweep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * Forgets entries that were not found in their feed for long. Should one come back, its article is
 * known by its address still, and is not published again.
 */
@ApplicationScoped
class ItemSweep {

  private static final String SWEEP =
      """
      DELETE FROM ingest.item item USING (
        SELECT feed_id, key FROM ingest.item
        WHERE seen_at < $1 ORDER BY seen_at LIMIT $2 FOR UPDATE SKIP LOCKED) old
      WHERE item.feed_id = old.feed_id AND item.key = old.key
      """;

  private final Pool database;
  private final InstantSource clock;
  private final ArticleConfig config;

  ItemSweep(Pool database, InstantSource clock, ArticleConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Sweeps batch by batch until a batch is not full.
   *
   * @return when no entry is remembered too long that no other replica is sweeping
   */
  @Scheduled(
      every = "{riftwatch.ingest.article.sweep}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return Sweep.of(
        database,
        SWEEP,
        Tuple.of(Rows.utc(clock.instant().minus(config.keepItems())), config.sweepBatch()),
        config.sweepBatch());
  }
}
