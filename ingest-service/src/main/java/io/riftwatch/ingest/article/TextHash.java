package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;

/** Tells whether an article reads otherwise than before. */
final class TextHash {

  private TextHash() {}

  static String of(Article article) {
    return Digest.of(article.title(), article.text());
  }
}
