package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.parse.FeedDocument;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What a feed gives, parsed, in its own order; what it does not give is null or empty. */
public record FeedPreview(
    String title,
    URI siteUrl,
    String language,
    String format,
    List<String> warnings,
    List<PreviewedEntry> entries) {

  /** One entry of the feed; the content is the summary too where the feed gives no other. */
  public record PreviewedEntry(
      String guid,
      URI url,
      String title,
      Instant publishedAt,
      Instant updatedAt,
      String author,
      String summary,
      String content) {

    static PreviewedEntry of(Entry entry) {
      return new PreviewedEntry(
          entry.guid().orElse(null),
          entry.url().orElse(null),
          entry.title(),
          entry.publishedAt().orElse(null),
          entry.updatedAt().orElse(null),
          entry.author().orElse(null),
          entry.summary().isEmpty() ? entry.content() : entry.summary(),
          entry.content());
    }
  }

  static FeedPreview of(FeedDocument feed) {
    return new FeedPreview(
        feed.title(),
        feed.siteUrl().orElse(null),
        feed.language().orElse(null),
        feed.format().label(),
        feed.warnings(),
        feed.entries().stream().map(PreviewedEntry::of).toList());
  }
}
