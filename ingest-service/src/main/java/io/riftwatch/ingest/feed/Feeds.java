package io.riftwatch.ingest.feed;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The feeds that are followed. */
@ApplicationScoped
public class Feeds implements PanacheRepositoryBase<Feed, UUID> {

  private static final String URL_ONCE = "feed_url_once";

  private static final String FORGET = "DELETE FROM ingest.feed WHERE id = $1 RETURNING url";

  private final Pool database;
  private final InstantSource clock;

  Feeds(Pool database, InstantSource clock) {
    this.database = database;
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

  /**
   * Takes new settings; fails with 404 when there is no such feed, with 409 as {@link #follow}
   * does.
   */
  @WithTransaction
  Uni<Feed> change(UUID id, FeedSettings settings) {
    return one(id)
        .invoke(feed -> feed.change(settings, clock.instant()))
        .call(this::flush)
        .onFailure(Feeds::isFollowed)
        .transform(e -> followed(settings));
  }

  /**
   * Forgets a feed in one statement, which whoever polls the feed just then cannot be caught in.
   *
   * @return its address; fails with 404 when there is none
   */
  Uni<String> forget(UUID id) {
    return database
        .preparedQuery(FORGET)
        .execute(Tuple.of(id))
        .map(rows -> Rows.stream(rows).findFirst().orElseThrow(() -> unknown(id)))
        .map(row -> row.getString("url"));
  }

  private Uni<Feed> one(UUID id) {
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
  @WithSession
  public Uni<Set<String>> followedAmong(List<String> urls) {
    return find("url in ?1", urls)
        .list()
        .map(feeds -> Set.copyOf(feeds.stream().map(feed -> feed.url).toList()));
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
