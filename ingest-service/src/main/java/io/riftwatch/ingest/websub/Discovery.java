package io.riftwatch.ingest.websub;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedHints;
import io.riftwatch.runtime.http.HttpAnswer;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the hub of a feed: in the Link headers of its answer, or else in the feed itself (WebSub,
 * section 4).
 */
public final class Discovery {

  private Discovery() {}

  /**
   * The hub and the topic to subscribe to; an https hub before others. A feed that does not name
   * itself is its own topic, as it was before WebSub became a Recommendation.
   *
   * @param url where the answer was found
   */
  public static Optional<Offer> of(URI url, HttpAnswer answer, FeedHints hints) {
    List<LinkHeader> links =
        answer.headers().getOrDefault("Link", List.of()).stream()
            .flatMap(value -> LinkHeader.read(value).stream())
            .toList();
    Optional<URI> hub = hub(url, links);
    return hub.isPresent()
        ? hub.map(h -> new Offer(h, self(url, links).or(hints::self).orElse(url)))
        : hints.hub().map(h -> new Offer(h, hints.self().orElse(url)));
  }

  private static Optional<URI> hub(URI url, List<LinkHeader> links) {
    return links.stream()
        .filter(link -> link.hasRelation("hub"))
        .flatMap(link -> WebLink.resolve(url, link.target()).stream())
        .min(Comparator.comparing(hub -> "https".equalsIgnoreCase(hub.getScheme()) ? 0 : 1));
  }

  private static Optional<URI> self(URI url, List<LinkHeader> links) {
    return links.stream()
        .filter(link -> link.hasRelation("self"))
        .flatMap(link -> WebLink.resolve(url, link.target()).stream())
        .findFirst();
  }
}
