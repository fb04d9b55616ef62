package io.riftwatch.alert.route;

import io.riftwatch.alert.channel.ChannelUse;
import io.riftwatch.alert.channel.Channels;
import io.riftwatch.alert.channel.Channels.Known;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The routes there are, in their order. */
@ApplicationScoped
public class Routes implements ChannelUse {

  private final Channels channels;

  Routes(Channels channels) {
    this.channels = channels;
  }

  /** The channels that an alert goes to. */
  public Uni<List<Known>> channelsFor(Mutiny.Session session, Alert alert) {
    return all(session)
        .map(routes -> Route.channels(routes.stream().map(r -> r.body).toList(), alert))
        .chain(
            ids ->
                channels
                    .find(session, ids)
                    .map(
                        known ->
                            known.stream()
                                .sorted(Comparator.comparingInt(c -> ids.indexOf(c.id())))
                                .toList()));
  }

  @Override
  public Uni<Void> refuseIfUsed(Mutiny.Session session, String channelId) {
    return all(session)
        .invoke(
            routes ->
                userOf(routes, channelId)
                    .ifPresent(
                        problem -> {
                          throw problem;
                        }))
        .replaceWithVoid();
  }

  private static Optional<WebApplicationException> userOf(
      List<RouteEntity> routes, String channelId) {
    return routes.stream()
        .filter(route -> route.body.channels().contains(channelId))
        .findFirst()
        .map(
            route ->
                Problem.of(
                        409,
                        "route '%s' (%s) leads to channel %s: change the route first"
                            .formatted(route.name, route.id, channelId))
                    .asException());
  }

  Uni<List<RouteEntity>> all(Mutiny.Session session) {
    return session
        .createQuery("from Route order by position, id", RouteEntity.class)
        .getResultList();
  }
}
