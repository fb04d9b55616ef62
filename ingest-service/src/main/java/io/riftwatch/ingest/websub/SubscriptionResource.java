package io.riftwatch.ingest.websub;

import io.riftwatch.ingest.feed.Feeds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Shows whether a feed's hub pushes. */
@Path("/api/v1/feeds/{id}/subscription")
public class SubscriptionResource {

  /**
   * A subscription as REST shows it: never its secret nor its callback.
   *
   * @param state pending, active or denied
   * @param leaseUntil when the hub stops unless asked again; null where it does not push
   * @param quietSince since when the hub has kept back what polling found; null where it has not
   * @param reason why the hub denied it or did not take the last request; null where it did
   */
  public record SubscriptionView(
      String state,
      URI hub,
      URI topic,
      Instant leaseUntil,
      Instant lastPushAt,
      Instant quietSince,
      String reason) {

    static SubscriptionView of(Subscription subscription) {
      return new SubscriptionView(
          subscription.state().name().toLowerCase(Locale.ROOT),
          subscription.hub(),
          subscription.topic(),
          subscription.leaseUntil().orElse(null),
          subscription.lastPushAt().orElse(null),
          subscription.quietSince().orElse(null),
          subscription.reason().orElse(null));
    }
  }

  private final Subscriptions subscriptions;
  private final Feeds feeds;

  SubscriptionResource(Subscriptions subscriptions, Feeds feeds) {
    this.subscriptions = subscriptions;
    this.feeds = feeds;
  }

  /** The feed's subscription; 404 where the feed names no hub or none is asked. */
  @GET
  public Uni<SubscriptionView> one(UUID id) {
    return subscriptions
        .ofFeed(id)
        .chain(
            found ->
                found
                    .map(s -> Uni.createFrom().item(SubscriptionView.of(s)))
                    .orElseGet(() -> none(id)));
  }

  private Uni<SubscriptionView> none(UUID id) {
    return feeds
        .isFollowed(id)
        .map(
            followed -> {
              throw followed ? unpushed(id) : Feeds.unknown(id);
            });
  }

  private static NotFoundException unpushed(UUID id) {
    return new NotFoundException("feed " + id + " is polled, no hub pushes it");
  }
}
