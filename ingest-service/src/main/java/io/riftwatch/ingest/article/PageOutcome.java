package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import java.util.Optional;

/** What came of reading the page that an entry links to. */
sealed interface PageOutcome {

  /** The page was read. */
  record Read(Page page) implements PageOutcome {

    @Override
    public String label() {
      return "read";
    }
  }

  /** The feed's own text is enough, or the operator wants no pages of this feed. */
  record NotWanted() implements PageOutcome {

    @Override
    public String label() {
      return "not_wanted";
    }
  }

  /** The page cannot be had just now: it is owed and asked for again with a later poll. */
  record FailedInPassing(String reason) implements PageOutcome {

    @Override
    public String label() {
      return "failed_in_passing";
    }

    @Override
    public int tries(int before) {
      return Math.max(before, 0) + 1;
    }
  }

  /** The page was not asked for: it is owed, too, and no attempt at it is used up. */
  record PutOff(String reason) implements PageOutcome {

    @Override
    public String label() {
      return "put_off";
    }

    @Override
    public int tries(int before) {
      return before == 0 ? NEVER_ASKED : before;
    }
  }

  /** The page cannot be had at all; the feed's text stands. */
  record FailedForGood(String reason) implements PageOutcome {

    @Override
    public String label() {
      return "failed_for_good";
    }
  }

  /** Of a page that is owed and was not asked for yet. */
  int NEVER_ASKED = -1;

  /** As metrics write it. */
  String label();

  /**
   * How often the page has failed in passing by now, 0 where it is not owed.
   *
   * @param before how often it had
   */
  default int tries(int before) {
    return 0;
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
