package io.riftwatch.ingest.extract;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reader of an article's page reads.
 *
 * @param url where the page was found
 * @param canonicalUrl the address the page gives itself, else {@link #url}
 * @param title plain text, empty where the page has none
 * @param text plain text, paragraphs parted by blank lines; empty where the page has none
 * @param language ISO 639-1, where the page claims one
 * @param author who wrote it, where the page says it
 * @param publishedAt where the page says it
 * @param modifiedAt when it was last edited, where the page says it
 */
public record Page(
    URI url,
    URI canonicalUrl,
    String title,
    String text,
    Optional<String> language,
    Optional<String> author,
    Optional<Instant> publishedAt,
    Optional<Instant> modifiedAt) {

  /** The same page without the lines that recur on its site. */
  public Page without(SiteBoilerplate boilerplate) {
    return new Page(
        url,
        canonicalUrl,
        title,
        boilerplate.removedFrom(text),
        language,
        author,
        publishedAt,
        modifiedAt);
  }
}
