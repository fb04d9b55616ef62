package io.riftwatch.ingest.article;

/** How much of an item is new. */
sealed interface Novelty {

  /** Nothing: it was read before and did not change. */
  record Seen() implements Novelty {}

  /** The article is known from elsewhere: only that this entry carries it is new. */
  record Carried(String articleId) implements Novelty {}

  /**
   * The entry changed, or owes its page; whether the article did, its text will tell.
   *
   * @param pageTries how often its page failed in passing
   */
  record Touched(String articleId, int revision, String textHash, int pageTries)
      implements Novelty {}

  /**
   * All of it.
   *
   * @param pageTries how often its page failed in passing
   */
  record Fresh(String articleId, int pageTries) implements Novelty {}
}
