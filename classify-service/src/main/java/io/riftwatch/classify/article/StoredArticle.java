package io.riftwatch.classify.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.runtime.paging.Cursor;

/**
 * An article that was kept.
 *
 * @param article its latest revision
 * @param place where it stands in the list from the newest to the oldest
 */
public record StoredArticle(Article article, Cursor place) {}
