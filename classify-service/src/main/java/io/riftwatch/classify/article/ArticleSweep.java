package io.riftwatch.classify.article;

import io.quarkus.scheduler.Scheduled;
import io.riftwatch.runtime.database.Rows;
import io.riftwatch.runtime.database.Sweep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Forgets articles that were seen long ago. */
@ApplicationScoped
class ArticleSweep {

  private static final String SWEEP =
      """
      DELETE FROM classify.articles article USING (
        SELECT id FROM classify.articles kept
        WHERE seen_at < $1 AND NOT EXISTS (
          SELECT FROM classify.signals signal
          JOIN classify.verdicts verdict ON verdict.signal_id = signal.id
          WHERE signal.article_id = kept.id)
        ORDER BY seen_at LIMIT $2 FOR UPDATE OF kept SKIP LOCKED) old
      WHERE article.id = old.id
      """;

  private final Pool database;
  private final InstantSource clock;
  private final ArticleConfig config;

  ArticleSweep(Pool database, InstantSource clock, ArticleConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
  }

  /** Sweeps batch by batch until a batch is not full. */
  @Scheduled(
      every = "{riftwatch.classify.articles.sweep}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return Sweep.of(
        database,
        SWEEP,
        Tuple.of(Rows.utc(clock.instant().minus(config.keep())), config.sweepBatch()),
        config.sweepBatch());
  }
}
