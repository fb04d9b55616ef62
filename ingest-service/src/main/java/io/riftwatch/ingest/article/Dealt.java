package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;
import java.util.Optional;
import java.util.Set;

/**
 * An item that was dealt with.
 *
 * @param written what is published of it, empty where nothing is
 * @param aliases other ids that the article would have by the addresses its page gives itself
 * @param pageTries how often its page failed in passing; 0 where it is not owed, -1 where it was
 *     put off before it was asked for
 */
record Dealt(
    Item item, String articleId, Optional<Written> written, Set<String> aliases, int pageTries) {

  /** An item of which nothing is published: its article is known. */
  static Dealt carried(Item item, String articleId) {
    return new Dealt(item, articleId, Optional.empty(), Set.of(), 0);
  }

  /** What is published of it. */
  Optional<Article> article() {
    return written.map(Written::article);
  }

  Dealt inGroup(String wireGroup) {
    return new Dealt(item, articleId, written.map(w -> w.inGroup(wireGroup)), aliases, pageTries);
  }
}
