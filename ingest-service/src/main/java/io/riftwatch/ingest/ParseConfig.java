package io.riftwatch.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a feed is read. */
@ConfigMapping(prefix = "riftwatch.ingest.parse")
public interface ParseConfig {

  /** Elements of a feed within each other; a feed that is deeper is not read. */
  @WithDefault("100")
  int maxDepth();

  /** Elements of a feed; a feed that has more is not read. */
  @WithDefault("200000")
  int maxElements();

  /** Attributes of one of its elements; a feed that has more is not read. */
  @WithDefault("250")
  int maxAttributes();

  /** Entries read of a feed; further ones are left out with a warning. */
  @WithDefault("2000")
  int maxEntries();
}
