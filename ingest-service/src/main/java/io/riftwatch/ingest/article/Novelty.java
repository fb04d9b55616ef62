package io.riftwatch.ingest.article;

/** How much of an item is new. */
sealed interface Novelty {

  /** Nothing: it was read before and did not change. */
  record Seen() implements Novelty {}

  /** The article is known from another feed of the outlet: only that this one carries it is new. */
  record Carried(String articleId) implements Novelty {}

  /** The entry changed; whether the article did, its text will tell. */
  record Touched(String articleId, int revision, String textHash) implements Novelty {}

  /** All of it. */
  record Fresh(String articleId) implements Novelty {}
}
