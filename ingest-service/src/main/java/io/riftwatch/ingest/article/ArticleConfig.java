package io.riftwatch.ingest.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How entries become articles. */
@ConfigMapping(prefix = "riftwatch.ingest.article")
public interface ArticleConfig {

  /** Characters of an entry's own text below which the page it links to is read. */
  @WithDefault("1200")
  int fullTextBelow();

  /** Characters of an article's text; what is longer is cut, so that the log takes it. */
  @WithDefault("100000")
  int longestText();

  /** Articles that are written, published and stored together. */
  @WithDefault("20")
  int batch();
}
