package io.riftwatch.ingest.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Counts polls by what they came to, how late they began, and how many wait. */
@ApplicationScoped
class PollMeters {

  private static final String DUE =
      """
      SELECT count(*) FROM ingest.feed
      WHERE enabled AND retired_at IS NULL AND next_poll_at <= now() AND claim IS NULL
      """;

  private final Pool database;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Timer lag;
  private final AtomicReference<Double> due = new AtomicReference<>(Double.NaN);

  PollMeters(Pool database, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.meters = meters;
    this.lag =
        Timer.builder("riftwatch.ingest.poll.lag").publishPercentiles(0.5, 0.99).register(meters);
    meters.gauge("riftwatch.ingest.feeds.due", due, AtomicReference::get);
  }

  /** A due feed was claimed. */
  void claimed(ClaimedFeed feed) {
    Duration late = Duration.between(feed.state().nextPollAt(), clock.instant());
    lag.record(late.isNegative() ? Duration.ZERO : late);
  }

  void polled(PollReport report) {
    String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
    meters.counter("riftwatch.ingest.polls", "outcome", outcome).increment();
  }

  /** Counts the feeds that are due and not claimed; while the database is away, nobody knows. */
  @Scheduled(
      every = "{riftwatch.ingest.poll.count}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> countDue() {
    return database
        .query(DUE)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0).doubleValue())
        .onFailure()
        .recoverWithItem(Double.NaN)
        .invoke(due::set)
        .replaceWithVoid();
  }
}
