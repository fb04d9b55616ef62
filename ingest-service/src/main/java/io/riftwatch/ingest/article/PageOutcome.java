package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.Page;
import java.util.Optional;

/** What came of reading the page that an entry links to. */
sealed interface PageOutcome {

  /** The page was read. */
  record Read(Page page) implements PageOutcome {}

  /** The feed's own text is enough, or the operator wants no pages of this feed. */
  record NotWanted() implements PageOutcome {}

  /** The page cannot be had just now: it is owed and asked for again with a later poll. */
  record FailedInPassing(String reason) implements PageOutcome {}

  /** The page cannot be had at all; the feed's text stands. */
  record FailedForGood(String reason) implements PageOutcome {}

  /** The page, where it was read. */
  default Optional<Page> pageRead() {
    return this instanceof Read read ? Optional.of(read.page()) : Optional.empty();
  }
}
