package io.riftwatch.ingest.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How entries become articles. */
@ConfigMapping(prefix = "riftwatch.ingest.article")
public interface ArticleConfig {

  /** Characters of an entry's own text below which the page it links to is read. */
  @WithDefault("1200")
  int fullTextBelow();

  /** Characters of an article's text; what is longer is cut, so that the log takes it. */
  @WithDefault("100000")
  int longestText();

  /** Entries of one feed that are read, published and stored at once. */
  @WithDefault("16")
  @Min(1)
  int concurrency();

  /** How often a page that fails in passing is asked for in all, once with each poll. */
  @WithDefault("4")
  @Min(1)
  int pageAttempts();

  /** Pages read in one poll; further ones are owed, and their entries published without. */
  @WithDefault("10")
  @Min(1)
  int pagesPerPoll();

  /**
   * How long an article is left to the feed that is about to publish it, should its replica die.
   */
  @WithDefault("1m")
  Duration reservation();

  /** How long entries are remembered that were not found in their feed any more. */
  @WithDefault("90d")
  Duration keepItems();

  /** How often such entries are forgotten. */
  @WithDefault("1h")
  Duration sweep();

  /** Entries forgotten in one statement. */
  @WithDefault("1000")
  @Min(1)
  int sweepBatch();
}
