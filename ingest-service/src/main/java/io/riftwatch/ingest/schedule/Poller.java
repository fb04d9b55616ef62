package io.riftwatch.ingest.schedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.riftwatch.ingest.schedule.Poll.Finished;
import io.riftwatch.ingest.schedule.PollReport.Outcome;
import io.riftwatch.runtime.outage.Outage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Polls the feeds that are due, as many at once as configured, and keeps their claims alive. */
@ApplicationScoped
class Poller {

  private static final Logger LOG = Logger.getLogger(Poller.class);

  private final FeedClaims claims;
  private final Poll poll;
  private final Settlements settlements;
  private final Relocation relocation;
  private final InFlight inFlight;
  private final PollConfig config;
  private final PollMeters meters;
  private final HeldClaims held;
  private final Map<UUID, UniEmitter<?>> running = new ConcurrentHashMap<>();
  private final Outage outage = new Outage(LOG, "feeds are claimed");
  private final AtomicBoolean claiming = new AtomicBoolean();
  private volatile boolean moreAreDue;
  private volatile boolean stopping;

  Poller(
      FeedClaims claims,
      Poll poll,
      Settlements settlements,
      Relocation relocation,
      InFlight inFlight,
      PollConfig config,
      PollMeters meters,
      InstantSource clock) {
    this.claims = claims;
    this.poll = poll;
    this.settlements = settlements;
    this.relocation = relocation;
    this.inFlight = inFlight;
    this.config = config;
    this.meters = meters;
    this.held = new HeldClaims(clock, config.lease());
  }

  void begin(@Observes StartupEvent event) {
    Ticks.every(config.tick(), this::tick);
  }

  /**
   * Renews the claims whose lease goes by, claims what is due and starts to poll it.
   *
   * @return when the feeds are claimed, not when they are polled
   */
  Uni<Void> tick() {
    return outage.over(renew().chain(this::claimAndStart));
  }

  /** Polls a feed now, due or not; empty where it is being polled already or not there. */
  Uni<Optional<PollReport>> pollNow(UUID feed) {
    return holding(feed, poll::of);
  }

  /** Works on a feed under its claim; empty where that is held already or the feed is not there. */
  Uni<Optional<PollReport>> holding(UUID feed, Function<ClaimedFeed, Uni<Finished>> work) {
    return claims
        .claim(feed)
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : run(claimed.get(), work).map(Optional::of));
  }

  /**
   * Drops what is under way, so that nothing half fetched is published, and gives the claims back;
   * those that cannot be given back run out by themselves.
   */
  void giveBack(@Observes ShutdownEvent event) {
    stopping = true;
    Set<UUID> left = held.all();
    running.values().forEach(work -> work.fail(new CancellationException("this replica stops")));
    if (!left.isEmpty()) {
      claims
          .release(left)
          .ifNoItem()
          .after(config.releaseTimeout())
          .fail()
          .onFailure()
          .recoverWithNull()
          .await()
          .indefinitely();
    }
  }

  private Uni<Void> renew() {
    List<UUID> due = held.toRenew();
    return due.isEmpty()
        ? Uni.createFrom().voidItem()
        : claims.renew(due).invoke(() -> held.renewed(due));
  }

  private Uni<Void> claimAndStart() {
    int free = config.concurrency() - held.size();
    if (free <= 0 || stopping || inFlight.isFull() || claiming.getAndSet(true)) {
      return Uni.createFrom().voidItem();
    }
    return claims
        .claimDue(free)
        .onTermination()
        .invoke(() -> claiming.set(false))
        .invoke(feeds -> start(feeds, free))
        .replaceWithVoid();
  }

  private void start(List<ClaimedFeed> feeds, int asked) {
    moreAreDue = feeds.size() == asked;
    feeds.forEach(meters::claimed);
    feeds.forEach(this::start);
  }

  private void start(ClaimedFeed feed) {
    run(feed, poll::of).subscribe().with(report -> claimMore(), e -> lost(feed, e));
  }

  private void lost(ClaimedFeed feed, Throwable cause) {
    if (!stopping) {
      LOG.errorf(cause, "Feed %s (%s): the poll was lost", feed.id(), feed.url());
    }
  }

  /** Under load the next feeds are claimed before the next tick, half of what is held at a time. */
  private void claimMore() {
    if (moreAreDue && held.size() <= config.concurrency() / 2) {
      claimAndStart().subscribe().with(done -> {}, e -> moreAreDue = false);
    }
  }

  /** The work under its claim, dropped when this replica stops. */
  private Uni<PollReport> run(ClaimedFeed feed, Function<ClaimedFeed, Uni<Finished>> work) {
    held.add(feed.claim());
    return Uni.createFrom()
        .<PollReport>emitter(
            emitter -> {
              running.put(feed.claim(), emitter);
              Cancellable underWay =
                  settled(feed, work).subscribe().with(emitter::complete, emitter::fail);
              emitter.onTermination(underWay::cancel);
            })
        .onTermination()
        .invoke(
            () -> {
              running.remove(feed.claim());
              held.remove(feed.claim());
            });
  }

  private Uni<PollReport> settled(ClaimedFeed feed, Function<ClaimedFeed, Uni<Finished>> work) {
    return work.apply(feed)
        .chain(finished -> relocation.heed(feed, finished))
        .call(finished -> settlements.settle(feed, finished.next(), finished.warning()))
        .invoke(finished -> record(feed, finished))
        .map(Finished::report);
  }

  private void record(ClaimedFeed feed, Finished finished) {
    PollReport report = finished.report();
    meters.polled(report);
    if (report.error() != null) {
      log(feed, report);
    } else if (report.published() + report.revised() > 0) {
      LOG.infof(
          "Feed %s (%s): %d new and %d revised of %d entries",
          feed.id(), feed.url(), report.published(), report.revised(), report.entries());
    }
  }

  /** A trouble that lasts is told when it begins. */
  private static void log(ClaimedFeed feed, PollReport report) {
    boolean isNews = feed.state().lastError().isEmpty();
    LOG.logf(
        isNews || report.outcome() == Outcome.INTERRUPTED ? Logger.Level.WARN : Logger.Level.DEBUG,
        "Feed %s (%s) gave nothing: %s; next poll %s",
        feed.id(),
        feed.url(),
        report.error(),
        report.nextPollAt());
  }
}
