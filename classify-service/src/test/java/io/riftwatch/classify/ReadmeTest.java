package io.riftwatch.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.article.ArticleConfig;
import io.riftwatch.classify.classification.ClassifyConfig;
import io.riftwatch.classify.evaluation.EvaluationConfig;
import io.riftwatch.classify.release.PackConfig;
import io.riftwatch.classify.replay.ReplayConfig;
import io.riftwatch.classify.signal.ReviewConfig;
import io.riftwatch.classify.signal.StoreConfig;
import io.riftwatch.classify.trial.TrialConfig;
import io.riftwatch.classify.verdict.VerdictConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(riftwatch\\.classify\\.[a-z.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

  @Test
  void theTableOfKeysIsTheConfiguration() throws IOException {
    Map<String, String> documented =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

    Map<String, String> keys = new TreeMap<>();
    Stream.of(
            ClassifyConfig.class,
            ReviewConfig.class,
            StoreConfig.class,
            ArticleConfig.class,
            PackConfig.class,
            VerdictConfig.class,
            EvaluationConfig.class,
            TrialConfig.class,
            ReplayConfig.class)
        .forEach(config -> addKeys(config, keys));
    assertEquals(keys, new TreeMap<>(documented));
  }

  private static void addKeys(Class<?> config, Map<String, String> keys) {
    String prefix = config.getAnnotation(ConfigMapping.class).prefix();
    for (Method key : config.getMethods()) {
      WithDefault value = key.getAnnotation(WithDefault.class);
      String name = key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      keys.put(prefix + "." + name, value == null ? "none" : value.value());
    }
  }
}
