package io.riftwatch.classify.coding;

import java.time.Instant;
import java.util.Objects;

/**
 * What is coded.
 *
 * @param title plain text, may be empty
 * @param text plain text, may be empty
 * @param publishedAt when it was published: dates in it are read against this
 */
public record Report(String title, String text, Instant publishedAt) {

  public Report {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(publishedAt, "publishedAt");
  }
}
