package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.ArticleIntake.Taken;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.parse.FeedDocument;
import io.riftwatch.ingest.websub.Delivery;
import io.riftwatch.ingest.websub.Discovery;
import io.riftwatch.ingest.websub.Offer;
import io.riftwatch.ingest.websub.Subscriptions;
import io.riftwatch.ingest.websub.WebsubConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** What polls tell of the hubs of feeds, and what those mean for polling. */
@ApplicationScoped
class Hubs {

  private final Subscriptions subscriptions;
  private final WebsubConfig config;

  Hubs(Subscriptions subscriptions, WebsubConfig config) {
    this.subscriptions = subscriptions;
    this.config = config;
  }

  /** Subscribes to the feed at the hub that it names, and notes whether that kept back its news. */
  Uni<Void> heed(ClaimedFeed feed, Fetched fetched, FeedDocument document, Taken taken) {
    if (config.callback().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Optional<Offer> offer =
        Discovery.of(fetched.url(), fetched.answer(), document.hints())
            .filter(named -> named.isConfidential() || config.plainHttpHubs());
    Uni<Void> followed =
        offer.isEmpty() && feed.delivery() == Delivery.POLLED
            ? Uni.createFrom().voidItem()
            : subscriptions.follow(feed.id(), offer);
    return feed.state()
        .lastPolledAt()
        .filter(before -> isPushed(feed) && taken.fresh() > 0)
        .map(before -> followed.chain(() -> subscriptions.keptBack(feed.id(), before)))
        .orElse(followed);
  }

  /** The pause of a feed that had nothing new: longer where a hub pushes it. */
  Duration rest(ClaimedFeed feed, Duration pause) {
    return isPushed(feed) && pause.compareTo(config.pollInterval()) < 0
        ? config.pollInterval()
        : pause;
  }

  private boolean isPushed(ClaimedFeed feed) {
    return config.callback().isPresent() && feed.delivery() == Delivery.PUSHED;
  }
}
