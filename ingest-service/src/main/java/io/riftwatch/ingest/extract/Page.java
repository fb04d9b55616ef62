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
 * @param publishedAt where the page says it
 */
public record Page(
    URI url,
    URI canonicalUrl,
    String title,
    String text,
    Optional<String> language,
    Optional<Instant> publishedAt) {}
