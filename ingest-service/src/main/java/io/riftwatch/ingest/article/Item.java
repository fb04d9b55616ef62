package io.riftwatch.ingest.article;

import io.riftwatch.ingest.parse.Entry;

/**
 * An entry with its identity.
 *
 * @param key what tells the entry from the others of its feed
 * @param articleId the article it is, unless the feed's earlier entry under the same key says else
 * @param contentHash tells whether the outlet edited the entry
 */
record Item(Entry entry, String key, String articleId, String contentHash) {}
