package io.riftwatch.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.websub.Callbacks.Hearing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Where hubs call: to verify what was asked of them, to deny it, to push. Open to all; what was not
 * asked for or is not signed has no effect (WebSub, sections 5.2, 5.3 and 7).
 */
@Path("/websub/{id}")
public class CallbackResource {

  private static final Logger LOG = Logger.getLogger(CallbackResource.class);

  /** What no address has, and the database does not take. */
  private static final char NUL = 0;

  private final Callbacks callbacks;
  private final Pushes pushes;
  private final LeaseSchedule schedule;
  private final FetchConfig limits;
  private final InstantSource clock;
  private final MeterRegistry meters;

  CallbackResource(
      Callbacks callbacks,
      Pushes pushes,
      LeaseSchedule schedule,
      FetchConfig limits,
      InstantSource clock,
      MeterRegistry meters) {
    this.callbacks = callbacks;
    this.pushes = pushes;
    this.schedule = schedule;
    this.limits = limits;
    this.clock = clock;
    this.meters = meters;
  }

  /** The address under which a hub calls for a subscription. */
  static URI address(URI base, UUID subscription) {
    String address = base.toString();
    return URI.create(address + (address.endsWith("/") ? "" : "/") + "websub/" + subscription);
  }

  /** Confirms what was asked of the hub by repeating its challenge; 404 for all else. */
  @GET
  public Uni<Response> verify(
      UUID id,
      @QueryParam("hub.mode") @DefaultValue("") String mode,
      @QueryParam("hub.topic") @DefaultValue("") String topic,
      @QueryParam("hub.challenge") @DefaultValue("") String challenge,
      @QueryParam("hub.lease_seconds") @DefaultValue("") String lease,
      @QueryParam("hub.reason") @DefaultValue("") String reason) {
    if (topic.indexOf(NUL) >= 0) {
      return Uni.createFrom().item(confirmed(false, challenge));
    }
    return switch (mode) {
      case "subscribe" -> grant(id, topic, lease).map(known -> confirmed(known, challenge));
      case "unsubscribe" -> callbacks.end(id, topic).map(known -> confirmed(known, challenge));
      case "denied" -> deny(id, topic, Words.of(reason)).map(known -> confirmed(known, ""));
      default -> Uni.createFrom().item(confirmed(false, challenge));
    };
  }

  /** Takes what a hub pushed: it is kept and read later; what is not signed is dropped unsaid. */
  @POST
  @Pushed
  @Consumes(MediaType.WILDCARD)
  public Uni<Response> push(
      UUID id,
      @HeaderParam("X-Hub-Signature") @DefaultValue("") String signature,
      @HeaderParam("Content-Type") @DefaultValue("") String contentType,
      @Context RoutingContext request,
      byte[] body) {
    if (body.length > limits.maxBody().asLongValue()) {
      return Uni.createFrom().item(counted("too_large", Status.REQUEST_ENTITY_TOO_LARGE));
    }
    Hearing hearing = PushAdmission.hearing(request);
    return Uni.createFrom()
        .item(() -> Signature.isValid(signature, body, hearing.secret()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            signed ->
                signed
                    ? keep(id, hearing, contentType, body)
                    : Uni.createFrom().item(counted("forged", Status.ACCEPTED)));
  }

  private Uni<Response> keep(UUID id, Hearing hearing, String contentType, byte[] body) {
    return pushes
        .keep(hearing.feed(), clock.instant(), contentType, body)
        .chain(() -> callbacks.heard(id, clock.instant()))
        .map(kept -> counted("kept", Status.ACCEPTED));
  }

  private Uni<Boolean> grant(UUID id, String topic, String seconds) {
    OptionalLong lease = positive(seconds);
    return lease.isEmpty()
        ? Uni.createFrom().item(false)
        : callbacks
            .grant(id, topic, clock.instant(), schedule.onVerified(lease.getAsLong()))
            .invoke(known -> log(known, topic, "pushes for " + seconds + " s"));
  }

  private Uni<Boolean> deny(UUID id, String topic, String reason) {
    return callbacks
        .deny(id, topic, schedule.onDenied(), reason)
        .invoke(known -> log(known, topic, "does not push: " + reason));
  }

  private static void log(boolean known, String topic, String what) {
    if (known) {
      LOG.infof("Hub of the feed %s %s", topic, what);
    }
  }

  /**
   * The hub's words go back as bytes and nothing else, so that no browser takes them for a page.
   */
  private static Response confirmed(boolean known, String challenge) {
    Response.ResponseBuilder answer =
        known
            ? Response.ok(challenge.getBytes(StandardCharsets.UTF_8))
            : Response.status(Status.NOT_FOUND);
    return answer
        .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Response counted(String outcome, Status status) {
    meters.counter("riftwatch.ingest.websub.pushes", "outcome", outcome).increment();
    return Response.status(status).build();
  }

  private static OptionalLong positive(String seconds) {
    return seconds.matches("[0-9]{1,12}") && Long.parseLong(seconds) > 0
        ? OptionalLong.of(Long.parseLong(seconds))
        : OptionalLong.empty();
  }
}
