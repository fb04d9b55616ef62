package io.riftwatch.ingest.feed;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.riftwatch.ingest.discover.Discovery;
import io.riftwatch.ingest.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The feeds over REST. */
@Path("/api/v1/feeds")
public class FeedResource {

  private static final Logger LOG = Logger.getLogger(FeedResource.class);

  private final Feeds feeds;
  private final Discovery discovery;

  FeedResource(Feeds feeds, Discovery discovery) {
    this.feeds = feeds;
    this.discovery = discovery;
  }

  /** Lists the feeds by address. */
  @GET
  @WithSession
  public Uni<Listing<FeedView>> list(
      @QueryParam("health") Optional<FeedHealth> health,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return feeds.page(health, Cursors.key(cursor), limit);
  }

  /** Follows a feed, or the feed that a site names; it is polled at once. */
  @POST
  public Uni<Response> follow(@NotNull @Valid FeedSettings settings) {
    Context here = Vertx.currentContext();
    return discovery
        .toFollow(URI.create(settings.address()))
        .emitOn(task -> here.runOnContext(nothing -> task.run()))
        .chain(address -> feeds.follow(settings.at(address)))
        .invoke(feed -> LOG.infof("Feed %s is followed: %s", feed.id, feed.url))
        .map(
            feed ->
                Response.created(URI.create("/api/v1/feeds/" + feed.id))
                    .entity(FeedView.of(feed))
                    .build());
  }

  @GET
  @Path("{id}")
  @WithSession
  public Uni<FeedView> one(UUID id) {
    return feeds.one(id).map(FeedView::of);
  }

  /** Replaces the settings; what is left out takes its default. */
  @PUT
  @Path("{id}")
  @WithTransaction
  public Uni<FeedView> change(UUID id, @NotNull @Valid FeedSettings settings) {
    return feeds.change(id, settings).map(FeedView::of);
  }

  /** Forgets the feed; its articles stay. */
  @DELETE
  @Path("{id}")
  @WithTransaction
  public Uni<Void> forget(UUID id) {
    return feeds
        .one(id)
        .call(feeds::delete)
        .invoke(feed -> LOG.infof("Feed %s is forgotten: %s", feed.id, feed.url))
        .replaceWithVoid();
  }
}
