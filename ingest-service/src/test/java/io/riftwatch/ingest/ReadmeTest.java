package io.riftwatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.ingest.article.ArticleConfig;
import io.riftwatch.ingest.article.ExtractConfig;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.schedule.PollConfig;
import io.riftwatch.ingest.watch.WatchConfig;
import io.riftwatch.ingest.websub.WebsubConfig;
import io.riftwatch.ingest.wire.WireConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(riftwatch\\.ingest\\.[a-z.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);

  @Test
  void theTableOfKeysIsTheConfiguration() throws IOException {
    Map<String, String> documented =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

    assertEquals(keys(), new TreeMap<>(documented));
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    Stream.of(
            PollConfig.class,
            FetchConfig.class,
            ParseConfig.class,
            ArticleConfig.class,
            ExtractConfig.class,
            WireConfig.class,
            WebsubConfig.class,
            WatchConfig.class)
        .forEach(config -> addKeys(config, keys));
    return keys;
  }

  private static void addKeys(Class<?> config, Map<String, String> keys) {
    String prefix = config.getAnnotation(ConfigMapping.class).prefix();
    Arrays.stream(config.getMethods())
        .filter(key -> !key.isDefault())
        .forEach(
            key ->
                keys.put(
                    prefix + "." + kebab(key.getName()),
                    key.isAnnotationPresent(WithDefault.class)
                        ? key.getAnnotation(WithDefault.class).value()
                        : "none"));
  }

  private static String kebab(String name) {
    return Pattern.compile("[A-Z]")
        .matcher(name)
        .replaceAll((MatchResult upper) -> "-" + upper.group().toLowerCase(Locale.ROOT));
  }
}
