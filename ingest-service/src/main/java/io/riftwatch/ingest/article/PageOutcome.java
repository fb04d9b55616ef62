package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import java.util.Optional;

/** What came of reading the page that an entry links to. */
sealed interface PageOutcome {

  /** The page was read. */
  record Read(Page page) implements PageOutcome {}

  /** The feed's own text is enough, or the operator wants no pages of this feed. */
  record NotWanted() implements PageOutcome {}

  /** The page cannot be had just now: it is owed and asked for again with a later poll. */
  record FailedInPassing(String reason) implements PageOutcome {}

  /** The page was not asked for, as its host wants to be left alone: it is owed, too. */
  record PutOff(String reason) implements PageOutcome {}

  /** The page cannot be had at all; the feed's text stands. */
  record FailedForGood(String reason) implements PageOutcome {}

  /** As metrics write it. */
  default String label() {
    if (this instanceof Read) {
      return "read";
    }
    if (this instanceof NotWanted) {
      return "not_wanted";
    }
    if (this instanceof PutOff) {
      return "put_off";
    }
    return this instanceof FailedInPassing ? "failed_in_passing" : "failed_for_good";
  }

  /** What an answer without a page means for it. */
  static PageOutcome without(FetchOutcome outcome) {
    String reason = outcome.toString();
    if (outcome instanceof HostBlocked) {
      return new PutOff(reason);
    }
    return outcome.isPassing() ? new FailedInPassing(reason) : new FailedForGood(reason);
  }

  /** The page, where it was read. */
  default Optional<Page> pageRead() {
    return this instanceof Read read ? Optional.of(read.page()) : Optional.empty();
  }
}
