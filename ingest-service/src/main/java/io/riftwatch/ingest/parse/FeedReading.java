package io.riftwatch.ingest.parse;

/** What came of reading a body as a feed. */
public sealed interface FeedReading {

  /** The body is a feed. */
  record Readable(FeedDocument feed) implements FeedReading {}

  /**
   * The body is no feed, or a broken one.
   *
   * @param reason what it is or where it breaks
   * @param hint what to do about it
   */
  record Unreadable(String reason, String hint) implements FeedReading {

    /** Reason and hint as one sentence for logs and errors. */
    public String message() {
      return reason + "; " + hint;
    }
  }
}
