package io.riftwatch.ingest.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.riftwatch.ingest.publish.FeedHealthPublisher;
import io.riftwatch.runtime.outage.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells of feeds that fall silent, fail, are gone or recover, and counts how all of them fare. */
@ApplicationScoped
class Watcher {

  private static final Logger LOG = Logger.getLogger(Watcher.class);

  private final Changes changes;
  private final FeedHealthPublisher publisher;
  private final InstantSource clock;
  private final WatchConfig config;
  private final Map<FeedHealth, AtomicLong> counts = new EnumMap<>(FeedHealth.class);
  private final Outage outage = new Outage(LOG, "it is watched how feeds fare");

  Watcher(
      Changes changes,
      FeedHealthPublisher publisher,
      InstantSource clock,
      WatchConfig config,
      MeterRegistry meters) {
    this.changes = changes;
    this.publisher = publisher;
    this.clock = clock;
    this.config = config;
    for (FeedHealth health : FeedHealth.values()) {
      Tags tags = Tags.of("health", health.label());
      counts.put(health, meters.gauge("riftwatch.ingest.feeds", tags, new AtomicLong()));
    }
  }

  /** Notices what changed, tells what was noticed, and counts. */
  @Scheduled(
      every = "{riftwatch.ingest.watch.tick}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return outage.over(notice().chain(this::tellAll).chain(this::count));
  }

  private Uni<Void> notice() {
    return changes
        .notice(clock.instant())
        .chain(noticed -> noticed < config.batch() ? Uni.createFrom().voidItem() : notice());
  }

  /** The log comes first: a crash before the database knows repeats the event under its id. */
  private Uni<Void> tellAll() {
    return changes
        .claim()
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tell(claimed).chain(this::tellAll));
  }

  private Uni<Void> tell(List<Change> claimed) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUniAndMerge(
            change ->
                publisher
                    .publish(change.event())
                    .chain(() -> changes.told(change))
                    .invoke(() -> log(change)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> count() {
    return changes
        .count()
        .invoke(found -> found.forEach((health, feeds) -> counts.get(health).set(feeds)))
        .replaceWithVoid();
  }

  private static void log(Change change) {
    LOG.infof(
        "Feed %s (%s) is %s since %s",
        change.feedId(), change.url(), change.health().label(), change.since());
  }
}
