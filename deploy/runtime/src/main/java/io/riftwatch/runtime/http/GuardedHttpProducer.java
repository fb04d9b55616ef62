package io.riftwatch.runtime.http;

import io.riftwatch.runtime.egress.EgressConfig;
import io.riftwatch.runtime.egress.EgressGuard;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the guard and the client of a service from its configuration. */
final class GuardedHttpProducer {

  @Produces
  @Singleton
  EgressGuard guard(EgressConfig config) {
    return new EgressGuard(config.allow().orElse(List.of()));
  }

  @Produces
  @Singleton
  GuardedHttpClient client(Vertx vertx, EgressGuard guard, HttpConfig config) {
    return new GuardedHttpClient(vertx, guard, config);
  }

  void close(@Disposes GuardedHttpClient client) {
    client.close();
  }
}
