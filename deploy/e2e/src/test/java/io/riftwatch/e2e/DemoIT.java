package io.riftwatch.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.embedded.Ports;
import io.riftwatch.local.Up;
import io.riftwatch.local.suite.Service;
import io.riftwatch.local.suite.SuitePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/up} as its user meets it, less the build. */
class DemoIT {

  @TempDir Path data;

  private final List<Process> started = new ArrayList<>();
  private SuitePorts ports;

  @BeforeEach
  void choosePorts() throws IOException {
    ports = new SuitePorts(Ports.free(SuitePorts.RUN));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void theDemoEndsWithOneIncidentAndEachMeasureToldOnce() throws Exception {
    Process demo = up("--demo", "--exit", "--day", "6");

    String said = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, demo.waitFor(), said);
    assertTrue(said.contains("All as the case demands"), said);
  }

  @Test
  void aWrongOptionIsToldInOneLine() throws Exception {
    Process process = up("--exit");

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("deploy/up: --exit goes with --demo", said.strip());
    assertEquals(2, process.waitFor());
  }

  @Test
  void anInterruptStopsEverythingWithinTenSeconds() throws Exception {
    Process process = up("--no-feeds");
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    await(lines, "Logs are in");
    List<ProcessHandle> services = process.descendants().toList();
    assertEquals(3, services.size());
    assertFalse(ports.taken().isEmpty());

    process.destroy();

    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "still running after 10 s");
    assertEquals(List.of(), services.stream().filter(ProcessHandle::isAlive).toList());
    assertEquals(Map.of(), ports.taken());
  }

  @Test
  void aBusyPortIsToldInOneLine() throws Exception {
    try (ServerSocket busy =
        new ServerSocket(ports.of(Service.CLASSIFY), 1, InetAddress.getLoopbackAddress())) {
      Process process = up("--no-feeds");

      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertEquals(
          "deploy/up: port %d, wanted for classify-service, is taken: stop what listens there, or choose others with --port"
              .formatted(busy.getLocalPort()),
          said.strip());
      assertEquals(2, process.waitFor());
    }
  }

  private static void await(BufferedReader lines, String start) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(start)) {
        return;
      }
    }
    throw new AssertionError("ended without saying '" + start + "':\n" + said);
  }

  private Process up(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add(
        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
    command.add(System.getProperty("riftwatch.home"));
    command.addAll(List.of("--data", data.toString(), "--port", "" + ports.gateway()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }
}
