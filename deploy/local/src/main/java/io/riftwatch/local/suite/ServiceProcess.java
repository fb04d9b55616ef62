package io.riftwatch.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, which can be killed and started again. */
public final class ServiceProcess {

  /** Small heaps and quick starts: what one machine that runs all of the suite wants. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(7);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int LAST_LINES = 12;

  private final Service service;
  private final Layout layout;
  private final URI address;
  private final Map<String, String> environment;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Process process;

  ServiceProcess(Service service, Layout layout, int port, Map<String, String> environment) {
    this.service = service;
    this.layout = layout;
    this.address = URI.create("http://127.0.0.1:" + port);
    this.environment = environment;
  }

  /** Which service it is. */
  public Service service() {
    return service;
  }

  /** Where its REST endpoints are. */
  public URI address() {
    return address;
  }

  /** Whether the process runs. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Starts the process, without waiting for it to be ready.
   *
   * @throws IOException when it cannot be started
   */
  public void start() throws IOException {
    Files.createDirectories(layout.logs());
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(JVM);
    builder.command().addAll(List.of("-jar", layout.jar(service).toString()));
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(address.getPort()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(service).toFile()));
    process = builder.start();
    process.getOutputStream().close();
  }

  /**
   * Waits until the service says that it is ready.
   *
   * @throws IOException when it ends before, or is not ready in time; the message has the last
   *     lines of its log
   * @throws InterruptedException when the thread is interrupted
   */
  public void awaitReady() throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new IOException(
            service.module() + " ended with " + process.exitValue() + ":\n" + lastLines());
      }
      if (System.nanoTime() > limit) {
        throw new IOException(
            service.module()
                + " was not ready within "
                + START_LIMIT.toSeconds()
                + " s:\n"
                + lastLines());
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
  }

  /**
   * Ends the process at once, as a crash would (SIGKILL).
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Asks the process to end, and ends it when it does not.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void stop() throws InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /**
   * Whether the service says that it is ready for work.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(layout.log(service));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
