package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the store of signals in step with the topic. A database that is away is waited for; what
 * cannot be stored after that goes to the dead letters.
 */
@ApplicationScoped
class SignalProjection {

  private final SignalStore store;
  private final StoreConfig config;

  SignalProjection(SignalStore store, StoreConfig config) {
    this.store = store;
    this.config = config;
  }

  @Incoming("stored-signals")
  Uni<Void> store(Signal signal) {
    return store
        .add(signal)
        .onFailure()
        .retry()
        .withBackOff(config.retryFirst(), config.retryMost())
        .expireIn(config.retryFor().toMillis());
  }
}
