package io.riftwatch.ingest.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feed as read, whatever its format.
 *
 * @param title plain text, empty where the feed has none
 * @param siteUrl the site that the feed belongs to
 * @param language ISO 639-1, as claimed by the feed
 * @param hints how it wants to be read
 * @param entries in the feed's order
 * @param warnings what was wrong with the feed and read nevertheless
 * @param isWhole whether the document was read to its end and does not break off before
 */
public record FeedDocument(
    FeedFormat format,
    String title,
    Optional<URI> siteUrl,
    Optional<String> language,
    FeedHints hints,
    List<Entry> entries,
    List<String> warnings,
    boolean isWhole) {

  public FeedDocument {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /** The same with further warnings, which come first. */
  public FeedDocument warned(List<String> further) {
    List<String> all = new ArrayList<>(further);
    all.addAll(warnings);
    return new FeedDocument(format, title, siteUrl, language, hints, entries, all, isWhole);
  }

  FeedDocument withEntries(List<Entry> others) {
    return new FeedDocument(format, title, siteUrl, language, hints, others, warnings, isWhole);
  }
}
