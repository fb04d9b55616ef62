package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.LanguageCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A feed while it is read; of what it says twice, the better or else the first counts. */
final class FeedDraft {

  private final List<Entry> entries = new ArrayList<>();
  private final HintsDraft hints = new HintsDraft();
  private Optional<FeedFormat> format = Optional.empty();
  private FeedText title = FeedText.NONE;
  private int titleRank = Integer.MAX_VALUE;
  private Optional<URI> page = Optional.empty();
  private Optional<URI> otherPage = Optional.empty();
  private Optional<String> language = Optional.empty();

  /**
   * @param language a language tag that stands outside of the feed
   */
  FeedDraft(Optional<String> language) {
    this.language = language;
  }

  HintsDraft hints() {
    return hints;
  }

  Optional<FeedFormat> format() {
    return format;
  }

  /** The outermost element that is a feed's says what the feed is. */
  void format(FeedFormat found) {
    format = format.or(() -> Optional.of(found));
  }

  /** A title; the lower rank counts. */
  void title(FeedText text, int rank) {
    if (rank < titleRank && !text.source().isBlank()) {
      title = text;
      titleRank = rank;
    }
  }

  /** The address of the site. */
  void page(Optional<URI> address) {
    page = page.or(() -> address);
  }

  /** The address of something that is the site too, but no web page. */
  void otherPage(Optional<URI> address) {
    otherPage = otherPage.or(() -> address);
  }

  /** The tag of the language that all is written in; the later one is nearer to the words. */
  void language(Optional<String> tag) {
    language = tag.filter(text -> !text.isBlank()).or(() -> language);
  }

  Optional<String> language() {
    return language;
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  int size() {
    return entries.size();
  }

  FeedDocument feed(FeedFormat found, List<String> warnings, boolean isWhole) {
    return new FeedDocument(
        found,
        title.line(),
        page.or(() -> otherPage),
        language.flatMap(LanguageCode::of),
        hints.hints(),
        entries,
        warnings,
        isWhole);
  }
}
