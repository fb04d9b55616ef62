package io.riftwatch.ingest.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a page is read, and when a line of it is told as boilerplate. */
@ConfigMapping(prefix = "riftwatch.ingest.extract")
public interface ExtractConfig {

  /** Characters of a page's HTML; what comes behind is not read. */
  @WithDefault("4000000")
  int maxCharacters();

  /** Elements and texts of a page; what comes behind is not read. */
  @WithDefault("200000")
  int maxNodes();

  /** Pages of an outlet that must hold a line before it is told as boilerplate. */
  @WithDefault("5")
  int boilerplatePages();

  /** Share of the outlet's pages that must hold it, of those read since it came up; 0 to 1. */
  @WithDefault("0.3")
  double boilerplateShare();

  /** Lines that are remembered of an outlet's pages, those seen last. */
  @WithDefault("2000")
  int boilerplateLines();
}
