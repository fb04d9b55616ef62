package io.riftwatch.ingest.article;

import io.riftwatch.ingest.parse.Entry;

/**
 * An entry with its identity.
 *
 * @param key what tells the entry from the others of its feed
 * @param articleId the article it is, unless the feed's earlier entry under the same key says else
 * @param content its wording
 */
record Item(Entry entry, String key, String articleId, Content content) {

  /**
   * The wording of an entry.
   *
   * @param hash tells whether the outlet edited the entry
   * @param words how many words it has
   */
  record Content(String hash, int words) {

    static Content of(Entry entry) {
      String title = Wording.of(entry.title());
      String text = Wording.of(entry.text());
      return new Content(Digest.of(title, text), Wording.count(title) + Wording.count(text));
    }
  }
}
