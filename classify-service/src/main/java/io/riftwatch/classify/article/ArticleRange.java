package io.riftwatch.classify.article;

import java.time.Instant;

/**
 * The stored articles that a rule pack may have to read: those that say they are written in its
 * language, and those whose language is not known.
 *
 * @param language ISO 639-1
 * @param from earliest time of publication
 * @param to a time of publication is before it
 */
public record ArticleRange(String language, Instant from, Instant to) {

  public ArticleRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }
}
