package io.riftwatch.ingest.wire;

import io.quarkus.scheduler.Scheduled;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.database.Sweep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Takes articles whose copies are not looked for any more out of the index. */
@ApplicationScoped
class WireSweep {

  private static final String SWEEP =
      """
      WITH old AS (
        SELECT ref, hashes FROM ingest.wire_text
        WHERE seen_at < $1 ORDER BY seen_at LIMIT $2 FOR UPDATE SKIP LOCKED),
      bands AS (
        DELETE FROM ingest.wire_band band
        USING (SELECT ref, unnest(hashes[1:$3]) AS hash FROM old) gone
        WHERE band.hash = gone.hash AND band.ref = gone.ref)
      DELETE FROM ingest.wire_text text USING old WHERE text.ref = old.ref
      """;

  private final Pool database;
  private final InstantSource clock;
  private final WireConfig config;

  WireSweep(Pool database, InstantSource clock, WireConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Sweeps batch by batch until a batch is not full.
   *
   * @return when the index holds nothing past the window that no other replica is sweeping
   */
  @Scheduled(
      every = "{riftwatch.ingest.wire.sweep}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return Sweep.of(
        database,
        SWEEP,
        Tuple.of(
            Rows.utc(clock.instant().minus(config.window())), config.sweepBatch(), Sketch.BANDS),
        config.sweepBatch());
  }
}
