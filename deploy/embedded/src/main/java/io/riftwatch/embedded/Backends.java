package io.riftwatch.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a broker with the suite's topics and an empty database, started once
 * for all test classes that name it. A test reaches them through fields of type {@link
 * EmbeddedBroker} and {@link EmbeddedDatabase}.
 */
public final class Backends implements QuarkusTestResourceLifecycleManager {

  /** The operator's token in tests. */
  public static final String TOKEN = "test-operator";

  private EmbeddedBroker broker;
  private EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("riftwatch-test");
      broker = EmbeddedBroker.start(directory.resolve("kafka"), Ports.free());
      Topics.create(broker.bootstrapServers(), (short) 1);
      database = EmbeddedDatabase.start(directory.resolve("postgres"), Ports.free());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "kafka.bootstrap.servers",
        broker.bootstrapServers(),
        "riftwatch.database.url",
        database.url(),
        "riftwatch.operator.token",
        TOKEN,
        "riftwatch.egress.allow",
        "127.0.0.0/8");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(broker, new TestInjector.MatchesType(EmbeddedBroker.class));
    injector.injectIntoFields(database, new TestInjector.MatchesType(EmbeddedDatabase.class));
  }

  @Override
  public void stop() {
    try {
      if (database != null) {
        database.close();
      }
      if (broker != null) {
        broker.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
