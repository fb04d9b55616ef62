package io.riftwatch.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.embedded.Ports;
import io.riftwatch.local.Up;
import io.riftwatch.local.suite.SuitePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/up} as its user meets it, less the build. */
class DemoIT {

  @TempDir Path data;

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
    StringBuilder said = new StringBuilder();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("Logs are in")) {
          break;
        }
      }
    }
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    assertTrue(all.size() >= 4, said.toString());

    process.destroy();

    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "still running after 10 s");
    assertEquals(List.of(), all.stream().filter(ProcessHandle::isAlive).toList());
  }

  private Process up(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
    command.add(System.getProperty("riftwatch.home"));
    command.addAll(List.of("--data", data.toString(), "--port", "" + Ports.free(SuitePorts.RUN)));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
