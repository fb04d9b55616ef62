package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.StartupEvent;
import io.riftwatch.runtime.http.HttpConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ContactAtStartTest {

  private static List<String> warnings(Map<String, String> settings) {
    HttpConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(HttpConfig.class)
            .withDefaultValues(settings)
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(HttpConfig.class);
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            warnings.add(logged.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(ContactAtStart.class.getName());
    log.addHandler(handler);
    try {
      new ContactAtStart().remind(new StartupEvent(), config);
    } finally {
      log.removeHandler(handler);
    }
    return warnings;
  }

  @Test
  void anOperatorWhoGaveNoContactIsRemindedOnce() {
    assertEquals(1, warnings(Map.of()).size());
    assertEquals(List.of(), warnings(Map.of("riftwatch.http.contact", "https://us.example/")));
  }
}
