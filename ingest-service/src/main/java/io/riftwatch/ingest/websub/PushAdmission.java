package io.riftwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.websub.Callbacks.Hearing;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Decides before the first byte of a pushed body is read whether it is taken at all, as anybody may
 * call: only under a callback that somebody was given, within the limit, and few at once.
 */
@ApplicationScoped
class PushAdmission {

  private static final String HEARING = Hearing.class.getName();

  private final Callbacks callbacks;
  private final FetchConfig limits;
  private final WebsubConfig config;
  private final MeterRegistry meters;
  private final Semaphore places;

  PushAdmission(
      Callbacks callbacks, FetchConfig limits, WebsubConfig config, MeterRegistry meters) {
    this.callbacks = callbacks;
    this.limits = limits;
    this.config = config;
    this.meters = meters;
    this.places = new Semaphore(config.receivedAtOnce());
  }

  /** Who pushes by the request, as was found out when it was admitted. */
  static Hearing hearing(RoutingContext request) {
    return request.get(HEARING);
  }

  /** The answer to a push that is not taken; nothing where it is to be read. */
  @Pushed
  @ServerRequestFilter
  Uni<Response> refusal(RoutingContext request, UriInfo address, HttpHeaders headers) {
    if (headers.getLength() > limits.maxBody().asLongValue()) {
      return refused(request, "too_large", Status.REQUEST_ENTITY_TOO_LARGE);
    }
    return id(address)
        .map(callbacks::hearing)
        .orElse(Uni.createFrom().item(Optional.empty()))
        .chain(
            hearing ->
                hearing
                    .map(h -> place(request, h))
                    .orElseGet(() -> refused(request, "unknown", Status.GONE)));
  }

  private Uni<Response> place(RoutingContext request, Hearing hearing) {
    if (!places.tryAcquire()) {
      return refused(request, "busy", Status.SERVICE_UNAVAILABLE);
    }
    request.addEndHandler(ended -> places.release());
    request.put(HEARING, hearing);
    return Uni.createFrom().nullItem();
  }

  /** The body is let pass unkept, so that who sends it reads the answer. */
  private Uni<Response> refused(RoutingContext request, String outcome, Status status) {
    meters.counter("riftwatch.ingest.websub.pushes", "outcome", outcome).increment();
    request.request().resume();
    return Uni.createFrom().item(Response.status(status).build());
  }

  private static Optional<UUID> id(UriInfo address) {
    try {
      return Optional.of(UUID.fromString(address.getPathParameters().getFirst("id")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
