package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.discover.Discovery;
import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The feeds over REST. */
@Path("/api/v1/feeds")
public class FeedResource {

  private static final Logger LOG = Logger.getLogger(FeedResource.class);
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\P{Cntrl}+");

  private final Feeds feeds;
  private final FeedShelf shelf;
  private final Discovery discovery;

  FeedResource(Feeds feeds, FeedShelf shelf, Discovery discovery) {
    this.feeds = feeds;
    this.shelf = shelf;
    this.discovery = discovery;
  }

  /** Lists the feeds by address. */
  @GET
  public Uni<Listing<FeedView>> list(
      @BeanParam FeedFilter filter,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return shelf.list(filter, Cursors.key(cursor, ADDRESS).orElse(""), limit);
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
        .chain(feed -> shelf.one(feed.id))
        .map(
            feed ->
                Response.created(URI.create("/api/v1/feeds/" + feed.id())).entity(feed).build());
  }

  @GET
  @Path("{id}")
  public Uni<FeedView> one(UUID id) {
    return shelf.one(id);
  }

  /** Replaces the settings; what is left out takes its default. */
  @PUT
  @Path("{id}")
  public Uni<FeedView> change(UUID id, @NotNull @Valid FeedSettings settings) {
    return feeds.change(id, settings).chain(() -> shelf.one(id));
  }

  /** Forgets the feed; its articles stay. */
  @DELETE
  @Path("{id}")
  public Uni<Void> forget(UUID id) {
    return feeds
        .forget(id)
        .invoke(url -> LOG.infof("Feed %s is forgotten: %s", id, url))
        .replaceWithVoid();
  }
}
