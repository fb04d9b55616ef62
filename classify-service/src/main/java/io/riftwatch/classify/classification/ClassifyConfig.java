package io.riftwatch.classify.classification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How reports are classified. */
@ConfigMapping(prefix = "riftwatch.classify")
public interface ClassifyConfig {

  /** A directory with a folder per language, whose rule packs stand in place of the built-in. */
  Optional<Path> rulepacks();

  /** Characters of title and text together that a dry run accepts. */
  @WithDefault("2000000")
  int maxCharacters();
}
