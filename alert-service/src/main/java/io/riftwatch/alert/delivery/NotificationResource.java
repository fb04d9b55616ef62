package io.riftwatch.alert.delivery;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.rest.Filter;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** The alerts that were told. */
@Path("/api/v1/notifications")
public class NotificationResource {

  private final Transactions transactions;

  NotificationResource(Transactions transactions) {
    this.transactions = transactions;
  }

  @GET
  public Uni<Listing<Alert>> list(
      @QueryParam("incident") String incident,
      @QueryParam("kind") Kind kind,
      @Valid @BeanParam Paging paging) {
    return transactions
        .run(
            session ->
                Filter.of("Notification", "createdAt")
                    .equal("incidentId", incident)
                    .equal("kind", kind)
                    .query(session, NotificationEntity.class, paging)
                    .getResultList())
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    row -> row.body,
                    row -> new Cursor(row.createdAt, row.id).encode()));
  }

  @GET
  @Path("{id}")
  public Uni<Alert> find(@PathParam("id") String id) {
    return transactions
        .run(session -> session.find(NotificationEntity.class, id))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("no notification has the id " + id))
        .map(notification -> notification.body);
  }
}
