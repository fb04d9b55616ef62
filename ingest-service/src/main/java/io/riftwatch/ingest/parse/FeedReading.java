package io.riftwatch.ingest.parse;

import java.util.List;

/** What came of reading a body as a feed. */
public sealed interface FeedReading {

  /** The body is a feed. */
  record Readable(FeedDocument feed) implements FeedReading {}

  /**
   * The body is no feed, or a broken one.
   *
   * @param reason what it is or where it breaks
   * @param hint what to do about it
   * @param links the feeds that it names, if it is a page; the likeliest first
   */
  record Unreadable(String reason, String hint, List<FeedLink> links) implements FeedReading {

    public Unreadable {
      links = List.copyOf(links);
    }

    /** What names no feeds. */
    public Unreadable(String reason, String hint) {
      this(reason, hint, List.of());
    }

    /** Reason and hint as one sentence for logs and errors. */
    public String message() {
      return reason + "; " + hint;
    }
  }
}
