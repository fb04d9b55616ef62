package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the store of signals in step with its topics. A database that is away is waited for; what
 * cannot be stored after that goes to the dead letters.
 */
@ApplicationScoped
class SignalProjection {

  private final SignalStore store;
  private final Verdicts verdicts;
  private final StoreConfig config;

  SignalProjection(SignalStore store, Verdicts verdicts, StoreConfig config) {
    this.store = store;
    this.verdicts = verdicts;
    this.config = config;
  }

  @Incoming("stored-signals")
  Uni<Void> published(Signal signal) {
    return patiently(store.addPublished(signal).chain(() -> verdicts.uphold(signal)));
  }

  @Incoming("stored-reviews")
  Uni<Void> inReview(Signal signal) {
    return patiently(store.addToReview(signal));
  }

  private Uni<Void> patiently(Uni<Void> stored) {
    return stored
        .onFailure()
        .retry()
        .withBackOff(config.retryFirst(), config.retryMost())
        .expireIn(config.retryFor().toMillis());
  }
}
