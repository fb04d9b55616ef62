package io.riftwatch.alert.incident;

import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.delivery.Deliveries;
import io.riftwatch.alert.incident.IncidentView.State;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The quarrels of the world. */
@Path("/api/v1/incidents")
public class IncidentResource {

  private final Transactions transactions;
  private final Deliveries deliveries;
  private final IncidentViews views;

  IncidentResource(Transactions transactions, Deliveries deliveries, IncidentViews views) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.views = views;
  }

  /**
   * @param state {@code open}, {@code closed}, or {@code merged}; open and closed ones where absent
   */
  @GET
  public Uni<Listing<IncidentView.Summary>> list(
      @QueryParam("state") Optional<String> state,
      @QueryParam("pair") String pair,
      @QueryParam("minLevel") Integer minLevel,
      @Valid @BeanParam Paging paging) {
    Filter filter =
        filter(state.map(IncidentResource::state))
            .equal("pair", pair)
            .where("level >= :minLevel", "minLevel", minLevel);
    return transactions
        .run(session -> filter.query(session, IncidentEntity.class, paging).getResultList())
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    row -> views.summary(row.body),
                    row -> new Cursor(row.openedAt, row.id).encode()));
  }

  @GET
  @Path("{id}")
  public Uni<IncidentView> find(@PathParam("id") String id) {
    return transactions.run(
        session ->
            session
                .find(IncidentEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFoundException("no incident has the id " + id))
                .chain(
                    incident ->
                        deliveries
                            .alertsOf(session, id)
                            .map(alerts -> views.view(incident.body, alerts))));
  }

  private static State state(String name) {
    return Stream.of(State.values())
        .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.ofField("state", "'" + name + "' is none of open, closed, merged")
                    .asException());
  }

  private Filter filter(Optional<State> state) {
    Filter all = Filter.of("Incident", "openedAt");
    if (state.isEmpty()) {
      return all.where("mergedInto is null");
    }
    return switch (state.get()) {
      case OPEN ->
          all.where("mergedInto is null")
              .where("lastReport >= :quietSince", "quietSince", views.quietSince());
      case CLOSED ->
          all.where("mergedInto is null")
              .where("lastReport < :quietSince", "quietSince", views.quietSince());
      case MERGED -> all.where("mergedInto is not null");
    };
  }
}
