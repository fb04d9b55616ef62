package io.riftwatch.runtime.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.riftwatch.runtime.egress.EgressGuard;
import io.riftwatch.runtime.http.HttpFailure.Reason;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedHttpClientTest {

  private static final HttpCall.Limits LIMITS =
      new HttpCall.Limits(
          100_000,
          1_000_000,
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Duration.ofMillis(1500));
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private GuardedHttpClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    client =
        new GuardedHttpClient(
            vertx, new EgressGuard(List.of("127.0.0.0/8")), TestHttpConfig.INSTANCE);
  }

  @AfterEach
  void stop() {
    over.countDown();
    client.close();
    server.stop(0);
    threads.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One body of 80,000 bytes is held open, which leaves no room for a second one. */
  @Test
  void aLongBodyIsGivenUpWhileTooMuchArrives() throws Exception {
    CountDownLatch halfWay = new CountDownLatch(1);
    URI address =
        serve(
            exchange -> {
              exchange.sendResponseHeaders(200, 80_000);
              exchange.getResponseBody().write(new byte[79_000]);
              exchange.getResponseBody().flush();
              if (calls.get() == 1) {
                halfWay.countDown();
                await();
              }
              exchange.getResponseBody().write(new byte[1000]);
              exchange.close();
            });
    var first = client.send(HttpCall.get(address, Map.of(), LIMITS)).subscribeAsCompletionStage();
    halfWay.await();
    Reason second = firstFailure(address);
    over.countDown();

    assertEquals(Reason.BUSY, second);
    assertEquals(80_000, first.get().body().length);
    assertEquals(80_000, get(address).body().length);
  }

  /** The first chunks may be under way still. */
  private Reason firstFailure(URI address) {
    for (int i = 0; i < 100; i++) {
      try {
        get(address);
      } catch (CompletionException e) {
        return ((HttpFailure) e.getCause()).reason();
      }
    }
    throw new AssertionError("nothing fails");
  }

  private URI serve(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          handler.handle(exchange);
        });
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/path?q=1");
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpAnswer get(URI address) {
    return client
        .send(HttpCall.get(address, Map.of("X-Sent", "yes"), LIMITS))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private HttpFailure failure(URI address) {
    return (HttpFailure) assertThrows(CompletionException.class, () -> get(address)).getCause();
  }

  @Test
  void anAnswerComesBackWithStatusHeadersAndBody() {
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("ETag", e.getRequestHeaders().getFirst("X-Sent"));
              answer(
                  e,
                  418,
                  (e.getRequestURI() + e.getRequestHeaders().getFirst("User-Agent"))
                      .getBytes(StandardCharsets.UTF_8));
            });

    HttpAnswer answer = get(address);

    assertEquals(418, answer.status());
    assertEquals("yes", answer.header("etag").orElseThrow());
    assertEquals("/path?q=1Riftwatch/test", new String(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() {
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Location", "http://10.0.0.1/");
              answer(e, 302, new byte[0]);
            });

    assertEquals(302, get(address).status());
  }

  @Test
  void aRefusedAddressIsNeverConnectedTo() {
    URI address = serve(e -> answer(e, 200, new byte[0]));
    GuardedHttpClient closed =
        new GuardedHttpClient(vertx, new EgressGuard(List.of()), TestHttpConfig.INSTANCE);

    CompletionException e =
        assertThrows(
            CompletionException.class,
            () ->
                closed
                    .send(HttpCall.get(address, Map.of(), LIMITS))
                    .await()
                    .atMost(Duration.ofSeconds(5)));

    assertEquals(Reason.REFUSED_BY_GUARD, ((HttpFailure) e.getCause()).reason());
    assertEquals(0, calls.get());
  }

  @Test
  void aGzippedBodyIsInflated() throws IOException {
    byte[] plain = "déjà vu".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] zipped = gzip(plain);
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", "gzip");
              answer(e, 200, zipped);
            });

    assertArrayEquals(plain, get(address).body());
  }

  @ParameterizedTest
  @CsvSource({"'gzip, gzip', 2", "gzip, 2", "gzip, 3", "'', 1", "'', 2", "identity, 1"})
  void aBodyGzippedMoreOftenThanTheServerSaysIsInflated(String said, int times) throws IOException {
    byte[] plain = "déjà vu".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] zipped = plain;
    for (int i = 0; i < times; i++) {
      zipped = gzip(zipped);
    }
    byte[] body = zipped;
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", said);
              answer(e, 200, body);
            });

    assertArrayEquals(plain, get(address).body());
  }

  @Test
  void aBodyOfMoreCodingsThanAnyServerMeansIsAProtocolFailure() {
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", "gzip, gzip, gzip, gzip");
              answer(e, 200, new byte[] {1});
            });

    assertEquals(Reason.PROTOCOL, failure(address).reason());
  }

  @Test
  void aGzippedBodyThatIsCutOffIsAProtocolFailure() throws IOException {
    byte[] whole = gzip("déjà vu".repeat(100).getBytes(StandardCharsets.UTF_8));
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", "gzip");
              answer(e, 200, Arrays.copyOf(whole, whole.length - 12));
            });

    assertEquals(Reason.PROTOCOL, failure(address).reason());
  }

  @Test
  void theNameIsSentAlongToTheAddressItWasResolvedTo() {
    URI address =
        serve(
            e ->
                answer(
                    e,
                    200,
                    e.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.UTF_8)));
    URI named = URI.create("http://INSIDE.test.:" + address.getPort() + "/");

    assertEquals(
        "inside.test:" + address.getPort(), new String(get(named).body(), StandardCharsets.UTF_8));
  }

  @Test
  void aGzipBombIsCutAtItsLimit() throws IOException {
    byte[] bomb = gzip(new byte[50_000_000]);
    assertTrue(bomb.length < LIMITS.maxBody());
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", "gzip");
              answer(e, 200, bomb);
            });

    assertEquals(Reason.TOO_LARGE, failure(address).reason());
  }

  @Test
  void aBodyThatIsNotTheGzipItClaimsIsAProtocolFailure() {
    URI address =
        serve(
            e -> {
              e.getResponseHeaders().add("Content-Encoding", "gzip");
              answer(e, 200, "plain".getBytes(StandardCharsets.UTF_8));
            });

    assertEquals(Reason.PROTOCOL, failure(address).reason());
  }

  @Test
  void aBodyOverTheLimitIsCutWhetherAnnouncedOrNot() {
    AtomicInteger announced = new AtomicInteger(200_000_000);
    URI address =
        serve(
            e -> {
              e.sendResponseHeaders(200, announced.get());
              try (OutputStream out = e.getResponseBody()) {
                for (int sent = 0; sent < 200_000_000; sent += 10_000) {
                  out.write(new byte[10_000]);
                }
              }
            });

    assertEquals(Reason.TOO_LARGE, failure(address).reason());
    announced.set(0);
    assertEquals(Reason.TOO_LARGE, failure(address).reason());
  }

  @Test
  void aServerThatSaysNothingIsLeftAfterTheFirstByteLimit() {
    URI address = serve(e -> await());

    HttpFailure failure = failure(address);

    assertEquals(Reason.TIMEOUT, failure.reason());
    assertTrue(failure.getMessage().contains("was silent"), failure.getMessage());
  }

  @Test
  void aBodyThatNeverEndsIsLeftAfterTheTotalLimit() {
    URI address =
        serve(
            e -> {
              e.sendResponseHeaders(200, 0);
              e.getResponseBody().write('x');
              e.getResponseBody().flush();
              await();
            });

    HttpFailure failure = failure(address);

    assertEquals(Reason.TIMEOUT, failure.reason());
    assertTrue(failure.getMessage().contains("in full"), failure.getMessage());
  }

  @Test
  void anAddressWhereNobodyListensIsAConnectFailure() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertEquals(Reason.CONNECT, failure(URI.create("http://127.0.0.1:" + port + "/")).reason());
  }

  @Test
  void aConnectionThatBreaksIsNotCalledAConnectFailure() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            socket.accept().close();
            return null;
          });

      HttpFailure failure = failure(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));

      assertEquals(Reason.BROKEN, failure.reason());
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsATlsFailure() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket plain = socket.accept()) {
              plain
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              plain.getInputStream().readAllBytes();
            }
            return null;
          });

      HttpFailure failure = failure(URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/"));

      assertEquals(Reason.TLS, failure.reason());
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }
}
