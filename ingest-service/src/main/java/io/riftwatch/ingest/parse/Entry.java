package io.riftwatch.ingest.parse;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a feed, whatever the feed's format. Its texts become plain when they are read.
 *
 * @param guid the outlet's own identifier
 * @param url the article's page, absolute
 * @param heading the title
 * @param publishedAt as the outlet says it, never in the future
 * @param updatedAt as the outlet says it
 * @param author names or addresses
 * @param language ISO 639-1, where the entry claims one of its own
 * @param brief the summary
 * @param body the content
 */
public record Entry(
    Optional<String> guid,
    Optional<URI> url,
    FeedText heading,
    Optional<Instant> publishedAt,
    Optional<Instant> updatedAt,
    Optional<String> author,
    Optional<String> language,
    FeedText brief,
    FeedText body) {

  /** An entry whose texts are plain already. */
  public Entry(
      Optional<String> guid,
      Optional<URI> url,
      String title,
      Optional<Instant> publishedAt,
      Optional<Instant> updatedAt,
      Optional<String> author,
      Optional<String> language,
      String summary,
      String content) {
    this(
        guid,
        url,
        FeedText.plain(title),
        publishedAt,
        updatedAt,
        author,
        language,
        FeedText.plain(summary),
        FeedText.plain(content));
  }

  /** Plain, on one line; empty where the feed gave none. */
  public String title() {
    return heading.line();
  }

  /** Plain, paragraphs parted by blank lines; empty where the feed gave none. */
  public String summary() {
    return brief.text();
  }

  /** Plain, paragraphs parted by blank lines; empty where the feed gave none. */
  public String content() {
    return body.text();
  }

  /** What the feed itself gives to read: the content, or the summary where that says more. */
  public String text() {
    return content().length() >= summary().length() ? content() : summary();
  }

  /** The same entry without its date of publication. */
  Entry undated() {
    return new Entry(
        guid, url, heading, Optional.empty(), updatedAt, author, language, brief, body);
  }
}
