package io.riftwatch.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riftwatch.runtime.egress.EgressGuard;
import io.riftwatch.runtime.http.HttpFailure.Reason;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTricksTest {

  private static Vertx vertx;
  private static GuardedHttpClient client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    client = new GuardedHttpClient(vertx, new EgressGuard(List.of()), TestHttpConfig.INSTANCE);
  }

  @AfterAll
  static void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  static Stream<String> tricks() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EgressTricksTest.class.getResourceAsStream("/egress-tricks.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void aTrickIsRefusedBeforeAnyConnection(String address) {
    CompletionException e = assertThrows(CompletionException.class, () -> check(address));

    assertEquals(Reason.REFUSED_BY_GUARD, ((HttpFailure) e.getCause()).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://outside.test/",
        "https://OUTSIDE.test.:8443/path?q=1#f",
        "http://some_site.test/",
        "http://1.1.1.1/",
        "http://[2606:4700::1111]/"
      })
  void whatLeadsOutsideIsAdmitted(String address) {
    check(address);
  }

  @Test
  void aNameThatDnsDoesNotKnowIsNoRefusal() {
    CompletionException e =
        assertThrows(CompletionException.class, () -> check("http://nowhere.test/"));

    assertEquals(Reason.DNS, ((HttpFailure) e.getCause()).reason());
  }

  private static void check(String address) {
    client.check(URI.create(address)).await().atMost(Duration.ofSeconds(10));
  }
}
