package io.riftwatch.local.suite;

import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.embedded.Topics;
import io.riftwatch.local.gateway.Gateway;
import io.riftwatch.local.rest.Operator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The whole of Riftwatch on one machine: broker, database, three services and a gateway in front.
 */
public final class Suite implements AutoCloseable {

  private static final int TOKEN_BYTES = 24;

  /** A service that was killed and started again gets its partitions back after this. */
  private static final String SESSION_TIMEOUT_MS = "6000";

  private static final String HEARTBEAT_INTERVAL_MS = "2000";

  private final SuiteOptions options;
  private final BiConsumer<String, String> ready;
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  private EmbeddedBroker broker;
  private EmbeddedDatabase database;
  private Gateway gateway;
  private String token;
  private boolean closed;

  /**
   * @param ready told the name and the address of each part as it becomes ready
   */
  public Suite(SuiteOptions options, BiConsumer<String, String> ready) {
    this.options = options;
    this.ready = ready;
  }

  /**
   * Starts everything and waits until it is ready.
   *
   * @throws IOException when a part does not start; what runs by then is left to {@link #close}
   * @throws InterruptedException when the thread is interrupted
   */
  public void start() throws IOException, InterruptedException {
    Files.createDirectories(options.layout().data());
    token = token();
    DatabaseAddress data = startDatabase();
    String kafka = startBroker();
    for (Service service : Service.values()) {
      ServiceProcess process =
          new ServiceProcess(
              service, options.layout(), options.ports().of(service), environment(kafka, data));
      services.put(service, process);
      process.start();
    }
    for (ServiceProcess process : services.values()) {
      process.awaitReady();
      ready.accept(process.service().module(), process.address().toString());
    }
    gateway = Gateway.start(options.ports());
    ready.accept("gateway", address().toString());
  }

  /** The gateway's address, behind which all REST endpoints are. */
  public URI address() {
    return URI.create("http://localhost:" + options.ports().gateway());
  }

  /** A client with the operator's token. */
  public Operator operator() {
    return new Operator(address(), token);
  }

  /** One of the services. */
  public ServiceProcess service(Service service) {
    return services.get(service);
  }

  /** What a service says. */
  public Path log(Service service) {
    return options.layout().log(service);
  }

  /** Services that have ended although nobody stopped them. */
  public List<Service> ended() {
    return services.values().stream()
        .filter(p -> !p.isAlive())
        .map(ServiceProcess::service)
        .toList();
  }

  /** The broker that was started here; empty where the operator brought one. */
  public Optional<EmbeddedBroker> broker() {
    return Optional.ofNullable(broker);
  }

  /** The database that was started here; empty where the operator brought one. */
  public Optional<EmbeddedDatabase> database() {
    return Optional.ofNullable(database);
  }

  /** Where clients of the broker connect. */
  public String kafka() {
    return options.kafka().orElseGet(() -> broker.bootstrapServers());
  }

  /** Stops everything, the services at the same time, the backends last; once is enough. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<Thread> stopping = new ArrayList<>();
    for (ServiceProcess process : services.values()) {
      Thread thread = new Thread(() -> stop(process), "stop-" + process.service().id());
      thread.start();
      stopping.add(thread);
    }
    if (gateway != null) {
      gateway.close();
    }
    try {
      for (Thread thread : stopping) {
        thread.join();
      }
      if (broker != null) {
        broker.close();
      }
      if (database != null) {
        database.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("the database did not stop: " + e.getMessage(), e);
    }
  }

  private static void stop(ServiceProcess process) {
    try {
      process.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DatabaseAddress startDatabase() throws IOException {
    if (options.database().isPresent()) {
      DatabaseAddress given = options.database().get();
      ready.accept("database (yours)", given.url());
      return given;
    }
    database = EmbeddedDatabase.start(options.layout().postgres(), options.ports().database());
    ready.accept("database", database.url());
    return new DatabaseAddress(database.url(), database.user(), database.user());
  }

  private String startBroker() throws IOException {
    if (options.kafka().isEmpty()) {
      broker = EmbeddedBroker.start(options.layout().kafka(), options.ports().broker());
    }
    Topics.create(kafka(), (short) 1);
    ready.accept(broker == null ? "broker (yours)" : "broker", kafka());
    return kafka();
  }

  private Map<String, String> environment(String kafka, DatabaseAddress data) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("KAFKA_SESSION_TIMEOUT_MS", SESSION_TIMEOUT_MS);
    environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", HEARTBEAT_INTERVAL_MS);
    environment.put("RIFTWATCH_DATABASE_URL", data.url());
    environment.put("RIFTWATCH_DATABASE_USER", data.user());
    environment.put("RIFTWATCH_DATABASE_PASSWORD", data.password());
    environment.put("RIFTWATCH_OPERATOR_TOKEN", token);
    environment.put("RIFTWATCH_ALERT_PUBLIC_URL", address().toString());
    environment.putAll(options.environment());
    return environment;
  }

  private String token() throws IOException {
    if (Files.exists(options.layout().token())) {
      return Files.readString(options.layout().token()).strip();
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    Files.writeString(options.layout().token(), made + "\n");
    if (Files.getFileStore(options.layout().token()).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          options.layout().token(), PosixFilePermissions.fromString("rw-------"));
    }
    return made;
  }
}
