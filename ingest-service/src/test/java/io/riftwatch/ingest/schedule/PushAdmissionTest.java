package io.riftwatch.ingest.schedule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Hub;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may push a body at all: decided by the head of the request, whose body never comes here. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushAdmissionTest {

  private static final int AT_ONCE = 16;

  private final List<Socket> callers = new ArrayList<>();
  private PushDesk desk;

  EmbeddedDatabase database;
  @Inject PushIntake intake;

  @BeforeEach
  void open() throws SQLException {
    desk = new PushDesk(database, intake);
  }

  @AfterEach
  void close() throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
    desk.close();
  }

  private Socket announces(String path, String header) throws IOException {
    Socket caller = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    callers.add(caller);
    caller.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
    caller
        .getOutputStream()
        .write(
            ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return caller;
  }

  private static String status(Socket caller) throws IOException {
    return new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  @Test
  void aBodyUnderACallbackThatNobodyWasGivenIsNotWaitedFor() throws IOException {
    String path = "/websub/" + UUID.randomUUID();

    assertEquals("HTTP/1.1 410 Gone", status(announces(path, "Content-Length: 4000000")));
    assertEquals("HTTP/1.1 410 Gone", status(announces(path, "Transfer-Encoding: chunked")));
    assertEquals(
        "HTTP/1.1 410 Gone", status(announces("/websub/no-uuid", "Content-Length: 4000000")));
  }

  @Test
  void whoWasRefusedMayGoOnOnTheSameConnection() throws IOException {
    String path = "/websub/" + UUID.randomUUID();
    Socket caller = announces(path, "Content-Length: 4000000");
    BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    assertEquals("HTTP/1.1 410 Gone", answers.readLine());

    caller.getOutputStream().write(new byte[4_000_000]);
    caller
        .getOutputStream()
        .write(
            "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));

    assertEquals(
        "HTTP/1.1 200 OK",
        answers.lines().filter(line -> line.startsWith("HTTP/1.1")).findFirst().orElseThrow());
  }

  @Test
  void aBodyPastTheLimitIsNotWaitedFor() throws IOException {
    assertEquals(
        "HTTP/1.1 413 Request Entity Too Large",
        status(announces(desk.callback, "Content-Length: 6000000")));
  }

  @Test
  void pastSoManyAtOnceNoBodyIsWaitedForUntilOneEnds() throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      announces(desk.callback, "Content-Length: 4000000");
    }
    await().until(() -> admission() == 503);

    for (Socket caller : callers) {
      caller.close();
    }

    await().until(() -> admission() == 202);
  }

  private int admission() {
    return Hub.pushes(desk.callback, "", "").extract().statusCode();
  }
}
