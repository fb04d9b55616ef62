package io.riftwatch.benchmarks.load;

import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ingest-service under load, as a process of its own. */
final class IngestProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();
  private double mostHeap;

  private IngestProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the service and waits until it is ready. */
  static IngestProcess start(
      Path jar, String heap, Path data, EmbeddedDatabase database, EmbeddedBroker broker)
      throws IOException, InterruptedException {
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-jar",
            jar.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "RIFTWATCH_DATABASE_URL", database.url(),
                "RIFTWATCH_DATABASE_USER", database.user(),
                "RIFTWATCH_DATABASE_PASSWORD", database.user(),
                "RIFTWATCH_OPERATOR_TOKEN", "load",
                "RIFTWATCH_EGRESS_ALLOW", "127.0.0.0/8"));
    builder.redirectErrorStream(true).redirectOutput(data.resolve("ingest.log").toFile());
    System.out.println("log of the service: " + data.resolve("ingest.log"));
    IngestProcess ingest =
        new IngestProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
    ingest.awaitReady();
    return ingest;
  }

  /** Processor time that the service has used. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Looks how much heap is used now. */
  void sampleHeap() throws IOException, InterruptedException {
    double used =
        get("/q/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
    mostHeap = Math.max(mostHeap, used);
  }

  /** The most bytes that {@link #sampleHeap} saw. */
  double mostHeap() {
    return mostHeap;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        process.destroyForcibly();
        throw new IOException("the service did not become ready; its log says why");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/q/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
