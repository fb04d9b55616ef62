package io.riftwatch.ingest.feed;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.paging.OpaqueKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The feeds that are followed. Each call needs a session, each change a transaction. */
@ApplicationScoped
public class Feeds implements PanacheRepositoryBase<Feed, UUID> {

  private static final String URL_ONCE = "feed_url_once";

  private final InstantSource clock;

  Feeds(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Follows a feed from now on.
   *
   * @return the feed; fails with 409 when its address is followed already
   */
  @WithTransaction
  public Uni<Feed> follow(FeedSettings settings) {
    return persistAndFlush(Feed.of(UUID.randomUUID(), settings, clock.instant()))
        .onFailure(Feeds::isFollowed)
        .transform(e -> followed(settings));
  }

  /** Takes new settings; fails as {@link #follow} and {@link #one} do. */
  Uni<Feed> change(UUID id, FeedSettings settings) {
    return one(id)
        .invoke(feed -> feed.change(settings, clock.instant()))
        .call(this::flush)
        .onFailure(Feeds::isFollowed)
        .transform(e -> followed(settings));
  }

  /** The feed of an id; fails with 404 when there is none. */
  Uni<Feed> one(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> unknown(id));
  }

  /** What to throw for an id that no feed has. */
  public static NotFoundException unknown(UUID id) {
    return new NotFoundException("no feed has the id " + id);
  }

  /** Whether there is a feed of that id. */
  @WithSession
  public Uni<Boolean> isFollowed(UUID id) {
    return count("id", id).map(found -> found > 0);
  }

  /** Those of the addresses that are followed already. */
  public Uni<Set<String>> followedAmong(List<String> urls) {
    return find("url in ?1", urls)
        .list()
        .map(feeds -> Set.copyOf(feeds.stream().map(feed -> feed.url).toList()));
  }

  /** All feeds, by address. */
  public Uni<List<FeedView>> all() {
    return listAll(Sort.by("url")).map(feeds -> feeds.stream().map(FeedView::of).toList());
  }

  Uni<Listing<FeedView>> page(Optional<FeedHealth> health, String after, int limit) {
    String condition = health.map(FeedHealth::condition).orElse("true = true");
    return find("url > ?1 and " + condition + " order by url", after)
        .range(0, limit)
        .list()
        .map(found -> Listing.of(found, limit, FeedView::of, feed -> OpaqueKey.of(feed.url)));
  }

  private static boolean isFollowed(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e.getMessage() != null && e.getMessage().contains(URL_ONCE)) {
        return true;
      }
    }
    return false;
  }

  private static ClientErrorException followed(FeedSettings settings) {
    return new ClientErrorException(
        "the feed " + settings.address() + " is followed already", Status.CONFLICT);
  }
}
