package io.riftwatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.alert.channel.ChannelConfig;
import io.riftwatch.alert.deadletter.DeadLetterConfig;
import io.riftwatch.alert.delivery.DeliveryConfig;
import io.riftwatch.alert.incident.IncidentConfig;
import io.riftwatch.alert.route.BootstrapConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeKeysTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(riftwatch[^`]*)` \\| `?([^|`]*?)`? \\| .+ \\|");

  @Test
  void theReadmeNamesEveryKeyWithItsDefault() throws IOException {
    Map<String, String> named = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        named.put(row.group(1), row.group(2));
      }
    }

    Map<String, String> keys = new TreeMap<>();
    for (Class<?> mapping :
        List.of(
            IncidentConfig.class,
            DeliveryConfig.class,
            ChannelConfig.class,
            BootstrapConfig.class,
            DeadLetterConfig.class)) {
      collect(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, keys);
    }
    assertEquals(String.join("\n", lines(keys)), String.join("\n", lines(named)));
  }

  private static void collect(String prefix, Class<?> mapping, Map<String, String> keys) {
    for (Method method : mapping.getDeclaredMethods()) {
      if (method.isDefault() || method.isSynthetic()) {
        continue;
      }
      String key = prefix + "." + kebab(method.getName());
      if (method.getReturnType().isInterface()
          && method.getReturnType().getEnclosingClass() != null
          && method.getReturnType().getEnclosingClass().isAnnotationPresent(ConfigMapping.class)) {
        collect(key, method.getReturnType(), keys);
      } else {
        WithDefault value = method.getAnnotation(WithDefault.class);
        keys.put(key, value == null ? "none" : value.value());
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> lines(Map<String, String> keys) {
    return keys.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList();
  }
}
