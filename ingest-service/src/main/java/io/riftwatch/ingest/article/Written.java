package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.wire.Sketch;

/**
 * An article that is to be published, with what it is compared by: computed once, as long texts
 * take their time.
 *
 * @param textHash tells whether it reads otherwise than before
 * @param sketch finds its copies
 * @param textFrom who gave its text
 */
record Written(Article article, String textHash, Sketch sketch, TextFrom textFrom) {

  /** Where a text was read. */
  enum TextFrom {
    FEED,
    PAGE
  }

  Written inGroup(String wireGroup) {
    return new Written(article.inGroup(wireGroup), textHash, sketch, textFrom);
  }
}
