package io.riftwatch.ingest.fetch;

import static io.riftwatch.ingest.fetch.RawServer.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.NotModified;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class MisbehavingServerTest {

  private static final byte[] FEED =
      "<rss version='2.0'><channel><title>T</title></channel></rss>"
          .repeat(50)
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOTHING = {};
  private static final Validators KNOWN =
      new Validators(Optional.of("\"v1\""), Optional.of("Thu, 18 Sep 2025 10:00:00 GMT"));

  @Inject Fetcher fetcher;

  private FetchOutcome fetch(URI url, Validators validators) {
    return fetcher.fetch(url, validators).await().atMost(Duration.ofSeconds(10));
  }

  private FetchOutcome fetch(RawServer.Answer answer) {
    try (RawServer server = new RawServer(answer)) {
      return fetch(server.url(), Validators.NONE);
    }
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static RawServer.Answer answer(String head, byte[] body) {
    return connection -> write(connection, head, body);
  }

  private static void dripping(Socket connection) throws IOException, InterruptedException {
    write(connection, "HTTP/1.1 200 OK|Content-Length: 100000", NOTHING);
    while (true) {
      connection.getOutputStream().write('<');
      connection.getOutputStream().flush();
      Thread.sleep(100);
    }
  }

  private static void drippingHead(Socket connection) throws IOException, InterruptedException {
    for (byte b :
        ("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(1000)).getBytes(StandardCharsets.UTF_8)) {
      connection.getOutputStream().write(b);
      connection.getOutputStream().flush();
      Thread.sleep(50);
    }
  }

  private static void resetting(Socket connection) throws IOException {
    write(connection, "HTTP/1.1 200 OK|Content-Length: 100000", FEED);
    connection.setSoLinger(true, 0);
  }

  static Stream<Arguments> misbehaviours() {
    byte[] zipped = gzip(FEED);
    return Stream.of(
        misbehaviour("a slow loris", MisbehavingServerTest::dripping, "in full within"),
        misbehaviour(
            "a loris slow from the first line",
            MisbehavingServerTest::drippingHead,
            "in full within"),
        misbehaviour("a reset in mid-body", MisbehavingServerTest::resetting, "broke off"),
        misbehaviour(
            "a body shorter than its length",
            answer("HTTP/1.1 200 OK|Content-Length: 100000", FEED),
            "broke off"),
        misbehaviour(
            "a length that is none",
            answer("HTTP/1.1 200 OK|Content-Length: many", FEED),
            "broke off"),
        misbehaviour(
            "chunks that are none",
            answer("HTTP/1.1 200 OK|Transfer-Encoding: chunked", FEED),
            "broke off"),
        misbehaviour("no HTTP at all", answer("SSH-2.0-OpenSSH", FEED), "broke off"),
        misbehaviour("nothing", connection -> {}, "broke off"),
        misbehaviour(
            "a head without end",
            answer("HTTP/1.1 200 OK|X-Long: " + "x".repeat(100_000), FEED),
            "broke off"),
        misbehaviour(
            "gzip cut short",
            answer(
                "HTTP/1.1 200 OK|Content-Encoding: gzip|Content-Length: " + (zipped.length - 9),
                Arrays.copyOf(zipped, zipped.length - 9)),
            "gzip it claims to be"),
        misbehaviour(
            "304 to a question without validators",
            answer("HTTP/1.1 304 Not Modified", NOTHING),
            "answers 304"));
  }

  private static Arguments misbehaviour(String name, RawServer.Answer answer, String reason) {
    return Arguments.of(name, answer, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misbehaviours")
  void whatAServerDoesWrongIsAFailureThatNamesIt(
      String name, RawServer.Answer answer, String reason) {
    Failed failed = assertInstanceOf(Failed.class, fetch(answer));

    assertTrue(failed.reason().contains(reason), failed.reason());
  }

  @Test
  void aBodyLongerThanItsLengthIsCut() {
    Fetched fetched =
        assertInstanceOf(Fetched.class, fetch(answer("HTTP/1.1 200 OK|Content-Length: 10", FEED)));

    assertArrayEquals(Arrays.copyOf(FEED, 10), fetched.body());
  }

  @Test
  void a304WithoutHeadersKeepsTheValidators() {
    try (RawServer server = new RawServer(answer("HTTP/1.1 304 Not Modified", NOTHING))) {
      NotModified unchanged = assertInstanceOf(NotModified.class, fetch(server.url(), KNOWN));

      assertEquals(KNOWN, unchanged.validators(KNOWN));
    }
  }

  @Test
  void a304WithANewEtagReplacesTheOldOne() {
    try (RawServer server =
        new RawServer(answer("HTTP/1.1 304 Not Modified|ETag: \"v2\"", NOTHING))) {
      NotModified unchanged = assertInstanceOf(NotModified.class, fetch(server.url(), KNOWN));

      assertEquals(
          new Validators(Optional.of("\"v2\""), KNOWN.lastModified()), unchanged.validators(KNOWN));
    }
  }

  @Test
  void anEndlessRedirectIsLeftAfterTheLimit() {
    try (OutletServer outlet = new OutletServer()) {
      outlet.at("/round", OutletServer.status(302, "Location", "/round"));

      Failed failed =
          assertInstanceOf(Failed.class, fetch(URI.create(outlet.url("/round")), Validators.NONE));

      assertTrue(failed.reason().contains("redirects once more after 5 times"), failed.reason());
      assertEquals(6, outlet.requests("/round").size());
    }
  }

  @Test
  void gzipTwiceIsInflatedTwice() {
    byte[] twice = gzip(gzip(FEED));

    Fetched fetched =
        assertInstanceOf(
            Fetched.class,
            fetch(
                answer(
                    "HTTP/1.1 200 OK|Content-Encoding: gzip, gzip|Content-Length: " + twice.length,
                    twice)));

    assertArrayEquals(FEED, fetched.body());
  }

  /** No name server is asked for a label of more than 63 characters. */
  @Test
  void aNameThatNoHostCanHaveIsAFailure() {
    URI url = URI.create("http://" + "a".repeat(64) + ".example/feed");

    Failed failed = assertInstanceOf(Failed.class, fetch(url, Validators.NONE));

    assertTrue(failed.reason().contains("names the host"), failed.reason());
  }

  @Test
  void onlyAChainOfPermanentRedirectsIsAMove() {
    try (OutletServer outlet = new OutletServer()) {
      outlet
          .at("/there", OutletServer.body("application/rss+xml", "<rss/>"))
          .at("/308", OutletServer.status(308, "Location", "/there"))
          .at("/301", OutletServer.status(301, "Location", "/308"))
          .at("/302", OutletServer.status(302, "Location", "/there"))
          .at("/303", OutletServer.status(303, "Location", "/there"))
          .at("/307", OutletServer.status(307, "Location", "/301"))
          .at("/mixed", OutletServer.status(301, "Location", "/302"));

      assertEquals(Optional.of(URI.create(outlet.url("/there"))), movedTo(outlet, "/308"));
      assertEquals(Optional.of(URI.create(outlet.url("/there"))), movedTo(outlet, "/301"));
      for (String path : new String[] {"/there", "/302", "/303", "/307", "/mixed"}) {
        assertEquals(Optional.empty(), movedTo(outlet, path), path);
      }
    }
  }

  private Optional<URI> movedTo(OutletServer outlet, String path) {
    return assertInstanceOf(Fetched.class, fetch(URI.create(outlet.url(path)), Validators.NONE))
        .movedTo();
  }
}
