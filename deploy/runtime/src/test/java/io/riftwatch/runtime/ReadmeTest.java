package io.riftwatch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.runtime.access.AccessConfig;
import io.riftwatch.runtime.egress.EgressConfig;
import io.riftwatch.runtime.http.HttpConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(riftwatch\\.(?:operator|egress|http)\\.[a-z.-]+)` \\| (?:`([^`]+)`)? ?\\|",
          Pattern.MULTILINE);

  @Test
  void theTableOfSharedKeysIsTheConfiguration() throws IOException {
    Map<String, String> documented =
        ROW.matcher(Files.readString(Path.of("../../README.md")))
            .results()
            .collect(Collectors.toMap(r -> r.group(1), r -> r.group(2) == null ? "" : r.group(2)));

    Map<String, String> keys = new TreeMap<>();
    Stream.of(AccessConfig.class, EgressConfig.class, HttpConfig.class)
        .forEach(config -> addKeys(config, keys));
    assertEquals(keys, new TreeMap<>(documented));
  }

  private static void addKeys(Class<?> config, Map<String, String> keys) {
    String prefix = config.getAnnotation(ConfigMapping.class).prefix();
    for (Method key : config.getMethods()) {
      WithDefault value = key.getAnnotation(WithDefault.class);
      String name = key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      keys.put(prefix + "." + name, value == null ? "" : value.value());
    }
  }
}
