package io.riftwatch.ingest.article;

import java.util.Map;
import java.util.Optional;

/**
 * What the store holds of some items and of the articles they may be.
 *
 * @param items by key, of one feed
 * @param articles by id
 */
record Known(Map<String, StoredItem> items, Map<String, StoredArticle> articles) {

  record StoredItem(String articleId, String contentHash) {}

  record StoredArticle(String feedId, int revision, String textHash) {}

  /** What an item is, measured against what is known. */
  Novelty novelty(String feedId, Item item) {
    Optional<StoredItem> seen = Optional.ofNullable(items.get(item.key()));
    if (seen.isPresent() && seen.get().contentHash().equals(item.contentHash())) {
      return new Novelty.Seen();
    }
    String id = seen.map(StoredItem::articleId).orElse(item.articleId());
    StoredArticle article = articles.get(id);
    if (article == null) {
      return new Novelty.Fresh(id);
    }
    return article.feedId().equals(feedId)
        ? new Novelty.Touched(id, article.revision(), article.textHash())
        : new Novelty.Carried(id);
  }
}
