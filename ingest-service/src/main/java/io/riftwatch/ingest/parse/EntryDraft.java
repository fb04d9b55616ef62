package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.LanguageCode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An entry while it is read; of what a feed says twice, the better counts: the date said last, the
 * first of all else.
 */
final class EntryDraft {

  private final int depth;
  private String guid = "";
  private Optional<URI> permalink = Optional.empty();
  private Optional<URI> page = Optional.empty();
  private Optional<URI> otherPage = Optional.empty();
  private FeedText title = FeedText.NONE;
  private int titleRank = Integer.MAX_VALUE;
  private int guidRank = Integer.MAX_VALUE;
  private Optional<Instant> published = Optional.empty();
  private Optional<Instant> firstSeen = Optional.empty();
  private Optional<Instant> updated = Optional.empty();
  private final Set<String> authors = new LinkedHashSet<>();
  private Optional<String> language = Optional.empty();
  private FeedText summary = FeedText.NONE;
  private FeedText caption = FeedText.NONE;
  private FeedText content = FeedText.NONE;
  private FeedText secondSummary = FeedText.NONE;

  /**
   * @param depth how many elements are open where it begins, its own included
   */
  EntryDraft(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** An identifier; the one nearest to the entry's own element counts. */
  void guid(String id, int atDepth) {
    if (!id.isEmpty() && atDepth < guidRank) {
      guid = id;
      guidRank = atDepth;
    }
  }

  void permalink(Optional<URI> address) {
    permalink = permalink.or(() -> address);
  }

  /** The address of the page to read. */
  void page(Optional<URI> address) {
    page = page.or(() -> address);
  }

  /** The address of something that is the entry too, but no web page. */
  void otherPage(Optional<URI> address) {
    otherPage = otherPage.or(() -> address);
  }

  /** A title; the lower rank counts. */
  void title(FeedText text, int rank) {
    if (rank < titleRank && !text.source().isBlank()) {
      title = text;
      titleRank = rank;
    }
  }

  void published(Optional<Instant> date) {
    published = date.or(() -> published);
  }

  /** A date that may be the one of publication, where none is called so. */
  void firstSeen(Optional<Instant> date) {
    firstSeen = date.or(() -> firstSeen);
  }

  void updated(Optional<Instant> date) {
    updated = date.or(() -> updated);
  }

  /** A date that does not say of what; one that does goes before it. */
  void dated(Optional<Instant> date) {
    updated = updated.or(() -> date);
    firstSeen(date);
  }

  void author(String name) {
    if (!name.isEmpty()) {
      authors.add(name);
    }
  }

  void language(Optional<String> tag) {
    language = language.or(() -> tag.flatMap(LanguageCode::of));
  }

  /** A summary; a second one, as podcasts have it, is the content where there is no other. */
  void summary(FeedText text) {
    if (summary.source().isBlank()) {
      summary = text;
    } else if (secondSummary.source().isBlank()) {
      secondSummary = text;
    }
  }

  /** What is said of a picture or film, or in one line: a summary where there is no other. */
  void caption(FeedText text) {
    if (caption.source().isBlank()) {
      caption = text;
    }
  }

  void content(FeedText text) {
    if (content.source().isBlank()) {
      content = text;
    }
  }

  Entry entry() {
    return new Entry(
        Optional.of(guid).filter(id -> !id.isEmpty()),
        page.or(() -> permalink).or(() -> otherPage),
        title,
        published.or(() -> firstSeen),
        updated,
        Optional.of(String.join(", ", authors)).filter(names -> !names.isEmpty()),
        language,
        summary.source().isBlank() ? caption : summary,
        content.source().isBlank() ? secondSummary : content);
  }
}
