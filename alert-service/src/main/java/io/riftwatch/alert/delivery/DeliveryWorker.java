package io.riftwatch.alert.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.riftwatch.alert.channel.Channels;
import io.riftwatch.alert.channel.Receipt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Sends what is due, as soon as it is, on every channel at its own pace. */
@ApplicationScoped
public class DeliveryWorker {

  /** Stands for the look at the outbox itself among what is under way. */
  private static final String LOOK = "";

  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final Outbox outbox;
  private final Channels channels;
  private final DeliveryMetrics metrics;
  private final InstantSource clock;
  private final Vertx vertx;
  private final DeliveryConfig config;
  private final Lanes lanes;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean lookAgain = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile boolean outOfReach;

  DeliveryWorker(
      Outbox outbox,
      Channels channels,
      DeliveryMetrics metrics,
      InstantSource clock,
      Vertx vertx,
      DeliveryConfig config) {
    this.outbox = outbox;
    this.channels = channels;
    this.metrics = metrics;
    this.clock = clock;
    this.vertx = vertx;
    this.config = config;
    this.lanes = new Lanes(config.perChannel());
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
  }

  /** Attempts under way are given time to end; what is left is sent again after the next start. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    if (!lanes.awaitEmpty(config.shutdownGrace().toMillis())) {
      LOG.warn("stopped while deliveries were under way; they will be sent again");
    }
  }

  /** Looks at the outbox now: call it after a commit that wrote to it. */
  public void wake() {
    lookAgain.set(true);
    if (!stopped && looking.compareAndSet(false, true)) {
      lookAgain.set(false);
      lanes.enter(LOOK);
      look().subscribe().with(done -> rest(), this::restAfter);
    }
  }

  private void rest() {
    outOfReach = false;
    lanes.leave(LOOK);
    looking.set(false);
    if (lookAgain.get()) {
      wake();
    }
  }

  private void restAfter(Throwable failure) {
    if (!outOfReach) {
      LOG.warnf(failure, "the outbox cannot be read, trying again every %s", config.poll());
    }
    outOfReach = true;
    lanes.leave(LOOK);
    looking.set(false);
  }

  private Uni<Void> look() {
    return outbox
        .dueChannels()
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUniAndConcatenate(this::sendDue)
        .collect()
        .last();
  }

  private Uni<Void> sendDue(String channel) {
    int free = lanes.free(channel);
    if (free <= 0 || stopped) {
      return Uni.createFrom().voidItem();
    }
    return outbox.claim(channel, free).invoke(this::sendAll).replaceWithVoid();
  }

  private void sendAll(List<Claim> claims) {
    for (Claim claim : claims) {
      lanes.enter(claim.channelId());
      send(claim).subscribe().with(done -> leave(claim), failure -> leaveAfter(claim, failure));
    }
  }

  private Uni<Void> send(Claim claim) {
    Instant startedAt = clock.instant();
    return attempt(claim).chain(receipt -> settle(claim, receipt, startedAt)).replaceWithVoid();
  }

  private Uni<Receipt> attempt(Claim claim) {
    if (claim.channel().isEmpty()) {
      return Uni.createFrom()
          .item(new Receipt.Refused(Optional.empty(), "the channel was deleted"));
    }
    return Uni.createFrom()
        .deferred(() -> channels.open(claim.channel().get()).deliver(claim.alert()));
  }

  private Uni<Optional<DeliveryState>> settle(Claim claim, Receipt receipt, Instant startedAt) {
    return outbox
        .settle(claim, receipt, startedAt)
        .invoke(state -> state.ifPresent(s -> metrics.settled(claim, receipt, s)));
  }

  private void leave(Claim claim) {
    lanes.leave(claim.channelId());
    wake();
  }

  private void leaveAfter(Claim claim, Throwable failure) {
    LOG.errorf(
        failure,
        "delivery %s has no outcome, it will be sent again in %s",
        claim.deliveryId(),
        config.lease());
    lanes.leave(claim.channelId());
  }
}
