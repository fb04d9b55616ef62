package io.riftwatch.ingest.article;

import io.riftwatch.ingest.parse.FeedDocument;
import java.net.URI;
import java.util.Optional;

/**
 * The feed that entries come from, as far as their articles show it.
 *
 * @param feedId the feed's id
 * @param outlet who publishes it
 * @param site where a reader finds the outlet
 * @param language ISO 639-1, where the operator or the feed claims one
 * @param links whether to read the linked pages of entries that give little text themselves
 */
public record Source(
    String feedId, String outlet, URI site, Optional<String> language, Links links) {

  /** What to do with the pages that entries link to. */
  public enum Links {
    READ,
    LEAVE
  }

  /**
   * What an operator said of a feed.
   *
   * @param outlet empty where nothing was said
   * @param title empty where nothing was said
   */
  public record Said(String outlet, String title, Optional<String> language, Links links) {}

  /** A feed by what the operator said of it, completed by what it says itself. */
  public static Source of(String feedId, URI feedUrl, Said said, FeedDocument feed) {
    URI site = feed.siteUrl().orElse(feedUrl);
    String title = said.title().isBlank() ? feed.title() : said.title();
    return new Source(
        feedId,
        Outlet.name(said.outlet(), title, site),
        site,
        said.language().or(feed::language),
        said.links());
  }
}
