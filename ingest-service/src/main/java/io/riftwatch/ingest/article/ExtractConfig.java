package io.riftwatch.ingest.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a linked page is read. */
@ConfigMapping(prefix = "riftwatch.ingest.extract")
public interface ExtractConfig {

  /** Characters of a page's HTML; what comes behind is not read. */
  @WithDefault("4000000")
  int maxCharacters();

  /** Elements and texts of a page; what comes behind is not read. */
  @WithDefault("200000")
  int maxNodes();
}
