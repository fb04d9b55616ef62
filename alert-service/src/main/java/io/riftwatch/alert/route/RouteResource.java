package io.riftwatch.alert.route;

import io.riftwatch.alert.channel.Channels;
import io.riftwatch.alert.database.Transactions;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Which alerts go to which channels. */
@Path("/api/v1/routes")
public class RouteResource {

  private final Transactions transactions;
  private final Routes routes;
  private final Channels channels;

  RouteResource(Transactions transactions, Routes routes, Channels channels) {
    this.transactions = transactions;
    this.routes = routes;
    this.channels = channels;
  }

  /** All routes, in the order in which they apply. */
  @GET
  public Uni<Listing<RouteView>> list() {
    return transactions
        .run(routes::all)
        .map(all -> new Listing<>(all.stream().map(RouteView::of).toList(), Optional.empty()));
  }

  @GET
  @Path("{id}")
  public Uni<RouteView> find(@PathParam("id") String id) {
    return transactions.run(session -> existing(session, id)).map(RouteView::of);
  }

  @POST
  @ResponseStatus(201)
  public Uni<RouteView> create(@Valid @NotNull RouteDraft draft) {
    RouteEntity entity =
        new RouteEntity("rte-" + UUID.randomUUID(), draft.name(), 0, draft.route());
    return transactions
        .run(
            session ->
                allowed(session, draft, entity.id)
                    .invoke(others -> entity.position = draft.position().orElse(end(others)))
                    .chain(() -> session.persist(entity)))
        .replaceWith(() -> RouteView.of(entity));
  }

  @PUT
  @Path("{id}")
  public Uni<RouteView> replace(@PathParam("id") String id, @Valid @NotNull RouteDraft draft) {
    return transactions
        .run(
            session ->
                allowed(session, draft, id)
                    .chain(() -> existing(session, id))
                    .invoke(entity -> change(entity, draft)))
        .map(RouteView::of);
  }

  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    return transactions.run(session -> existing(session, id).chain(session::remove));
  }

  private static void change(RouteEntity entity, RouteDraft draft) {
    entity.name = draft.name();
    entity.position = draft.position().orElse(entity.position);
    entity.body = draft.route();
  }

  private static int end(List<RouteEntity> others) {
    return others.stream().mapToInt(route -> route.position + 1).max().orElse(0);
  }

  /** The other routes, once it is clear that the draft goes with them and with the channels. */
  private Uni<List<RouteEntity>> allowed(Mutiny.Session session, RouteDraft draft, String id) {
    return channels
        .find(session, draft.channels())
        .invoke(known -> checkChannels(draft, known))
        .chain(() -> routes.all(session))
        .map(all -> all.stream().filter(route -> !route.id.equals(id)).toList())
        .invoke(others -> checkName(draft, others));
  }

  private static void checkChannels(RouteDraft draft, List<Channels.Known> known) {
    List<String> ids = known.stream().map(Channels.Known::id).toList();
    draft.channels().stream()
        .filter(id -> !ids.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw Problem.ofField("channels", "no channel has the id " + id).asException();
            });
  }

  private static void checkName(RouteDraft draft, List<RouteEntity> others) {
    others.stream()
        .filter(route -> route.name.equals(draft.name()))
        .findFirst()
        .ifPresent(
            route -> {
              throw Problem.ofField("name", "'" + route.name + "' is the name of route " + route.id)
                  .asException();
            });
  }

  private static Uni<RouteEntity> existing(Mutiny.Session session, String id) {
    return session
        .find(RouteEntity.class, id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("no route has the id " + id));
  }
}
