package io.riftwatch.alert.delivery;

import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.rest.Filter;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which alerts went out on which channels, and which did not. */
@Path("/api/v1/deliveries")
public class DeliveryResource {

  private final Transactions transactions;
  private final DeliveryWorker worker;
  private final InstantSource clock;

  DeliveryResource(Transactions transactions, DeliveryWorker worker, InstantSource clock) {
    this.transactions = transactions;
    this.worker = worker;
    this.clock = clock;
  }

  @GET
  public Uni<Listing<DeliveryView>> list(
      @QueryParam("state") DeliveryState state,
      @QueryParam("channel") String channel,
      @QueryParam("incident") String incident,
      @Valid @BeanParam Paging paging) {
    return transactions
        .run(
            session ->
                Filter.of("Delivery", "createdAt")
                    .equal("state", state)
                    .equal("channelId", channel)
                    .equal("incidentId", incident)
                    .query(session, DeliveryEntity.class, paging)
                    .getResultList())
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    row -> DeliveryView.of(row, List.of()),
                    row -> new Cursor(row.createdAt, row.id).encode()));
  }

  @GET
  @Path("{id}")
  public Uni<DeliveryView> find(@PathParam("id") String id) {
    return transactions.run(
        session -> existing(session, id).chain(delivery -> view(session, delivery)));
  }

  /** Sends a dead delivery again, now. */
  @POST
  @Path("{id}/replay")
  public Uni<DeliveryView> replay(@PathParam("id") String id) {
    return transactions
        .run(
            session ->
                existing(session, id)
                    .invoke(DeliveryResource::checkDead)
                    .invoke(delivery -> delivery.replay(clock.instant()))
                    .chain(delivery -> view(session, delivery)))
        .invoke(worker::wake);
  }

  private static void checkDead(DeliveryEntity delivery) {
    if (delivery.state != DeliveryState.DEAD) {
      throw Problem.of(
              409,
              "delivery %s is %s: only a DEAD one is sent again"
                  .formatted(delivery.id, delivery.state))
          .asException();
    }
  }

  private static Uni<DeliveryView> view(Mutiny.Session session, DeliveryEntity delivery) {
    return Deliveries.withAttempts(session, List.of(delivery)).map(views -> views.get(0));
  }

  private static Uni<DeliveryEntity> existing(Mutiny.Session session, String id) {
    return session
        .find(DeliveryEntity.class, id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("no delivery has the id " + id));
  }
}
