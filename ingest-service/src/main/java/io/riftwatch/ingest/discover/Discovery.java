package io.riftwatch.ingest.discover;

import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.Preview;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedLink;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Finds the feed that an address means, be it the feed's own or a site's that names one. */
@ApplicationScoped
public class Discovery {

  private final Preview preview;
  private final FeedParser parser;

  Discovery(Preview preview, FeedParser parser) {
    this.preview = preview;
    this.parser = parser;
  }

  /**
   * The feed at an address, or the first feed that the page at the address names.
   *
   * @return the feed, on a worker thread; fails with 422 where there is neither
   */
  public Uni<Found> feed(URI url) {
    return preview.of(url, fetched -> look(url, fetched)).chain(this::found);
  }

  /**
   * The feeds that an address offers: itself, or those that its page names, the likeliest first.
   *
   * @return the feeds, none for a page that names none; fails with 422 where there is no answer
   */
  public Uni<List<FeedLink>> feeds(URI url) {
    return preview.of(url, fetched -> look(url, fetched)).map(Look::links);
  }

  /**
   * The address to follow: of a site's address, which has no path, the first feed that the site
   * names; any other address, and one that is a feed's, as it is, since the polls tell what it
   * holds and where it has moved for good.
   *
   * @return the address; the one asked for where the site cannot be asked or names none
   */
  public Uni<URI> toFollow(URI url) {
    if (!url.getRawPath().equals("/") && !url.getRawPath().isEmpty()) {
      return Uni.createFrom().item(url);
    }
    return preview
        .of(url, fetched -> look(url, fetched))
        .map(look -> look.isFeed() || look.links().isEmpty() ? url : look.links().get(0).url())
        .onFailure()
        .recoverWithItem(url);
  }

  /** What stands at an address: a reading of it, and the feeds that it offers. */
  private record Look(URI asked, URI url, FeedReading reading, List<FeedLink> links) {

    boolean isFeed() {
      return reading instanceof Readable;
    }
  }

  private Look look(URI asked, Fetched fetched) {
    FeedBody body = FeedBody.of(fetched.body(), fetched.url(), fetched.answer()::header);
    FeedReading reading = parser.parse(body);
    List<FeedLink> links =
        reading instanceof Readable readable
            ? List.of(new FeedLink(fetched.url(), readable.feed().title(), fetched.contentType()))
            : ((Unreadable) reading).links();
    return new Look(asked, fetched.url(), reading, links);
  }

  private Uni<Found> found(Look look) {
    if (look.reading() instanceof Readable readable) {
      return Uni.createFrom().item(new Found(look.url(), readable.feed()));
    }
    if (look.links().isEmpty()) {
      return Uni.createFrom().failure(refusal(look));
    }
    return preview
        .of(look.links().get(0).url(), fetched -> look(look.asked(), fetched))
        .map(Discovery::named);
  }

  private static Found named(Look look) {
    if (look.reading() instanceof Readable readable) {
      return new Found(
          look.url(),
          readable
              .feed()
              .warned(
                  List.of(
                      look.asked() + " is a web page; this is the feed it names: " + look.url())));
    }
    throw refusal(look);
  }

  private static RuntimeException refusal(Look look) {
    return Preview.refusal(
        look.url() + " cannot be read: " + ((Unreadable) look.reading()).message());
  }
}
