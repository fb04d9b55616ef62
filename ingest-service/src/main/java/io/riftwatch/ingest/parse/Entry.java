package io.riftwatch.ingest.parse;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a feed, whatever the feed's format; texts are plain, paragraphs parted by blank
 * lines, empty where the feed gave none.
 *
 * @param guid the outlet's own identifier
 * @param url the article's page, absolute
 * @param publishedAt as the outlet says it, never in the future
 * @param updatedAt as the outlet says it
 * @param language ISO 639-1, where the entry claims one of its own
 */
public record Entry(
    Optional<String> guid,
    Optional<URI> url,
    String title,
    Optional<Instant> publishedAt,
    Optional<Instant> updatedAt,
    Optional<String> author,
    Optional<String> language,
    String summary,
    String content) {

  /** What the feed itself gives to read: the content, or the summary where that says more. */
  public String text() {
    return content.length() >= summary.length() ? content : summary;
  }
}
