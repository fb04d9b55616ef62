package io.riftwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.riftwatch.runtime.outage.Outage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the hubs whose turn it is: to push, to go on pushing, to end it. */
@ApplicationScoped
class Subscriber {

  private static final Logger LOG = Logger.getLogger(Subscriber.class);

  private final DueSubscriptions due;
  private final HubClient hubs;
  private final LeaseSchedule schedule;
  private final WebsubConfig config;
  private final MeterRegistry meters;
  private final Outage outage = new Outage(LOG, "subscriptions are looked through");

  Subscriber(
      DueSubscriptions due,
      HubClient hubs,
      LeaseSchedule schedule,
      WebsubConfig config,
      MeterRegistry meters) {
    this.due = due;
    this.hubs = hubs;
    this.schedule = schedule;
    this.config = config;
    this.meters = meters;
  }

  /** Asks all hubs that are due, some at a time. */
  @Scheduled(
      every = "{riftwatch.ingest.websub.tick}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return config
        .callback()
        .map(base -> outage.over(due.sweep().chain(() -> askAll(base))))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> askAll(URI base) {
    return due.claim(config.concurrency())
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : ask(base, claimed).chain(() -> askAll(base)));
  }

  private Uni<Void> ask(URI base, List<Subscription> claimed) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUniAndMerge(subscription -> ask(base, subscription))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> ask(URI base, Subscription subscription) {
    return hubs.ask(subscription, CallbackResource.address(base, subscription.id()))
        .call(refusal -> keep(subscription, refusal))
        .invoke(refusal -> record(subscription, refusal))
        .replaceWithVoid();
  }

  private Uni<Void> keep(Subscription asked, Optional<String> refusal) {
    return refusal
        .map(why -> due.answered(asked, schedule.onRefused(asked.attempts()), why))
        .orElseGet(() -> due.answered(asked, schedule.onAccepted(asked.attempts()), null));
  }

  private void record(Subscription asked, Optional<String> refusal) {
    String state = asked.state().name().toLowerCase(Locale.ROOT);
    String outcome = refusal.isPresent() ? "refused" : "accepted";
    meters
        .counter("riftwatch.ingest.websub.requests", "state", state, "outcome", outcome)
        .increment();
    refusal.ifPresent(
        why ->
            LOG.logf(
                asked.attempts() == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "Hub of the feed %s did not take a request: %s",
                asked.topic(),
                why));
  }
}
