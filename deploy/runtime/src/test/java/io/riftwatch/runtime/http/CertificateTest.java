package io.riftwatch.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.riftwatch.runtime.egress.EgressGuard;
import io.riftwatch.runtime.http.HttpFailure.Reason;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with certificates of their own, which the Java platform is told to trust or not. */
class CertificateTest {

  private static final String PASSWORD = "changeit";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final HttpCall.Limits LIMITS =
      new HttpCall.Limits(
          1000, 1000, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

  @TempDir Path directory;
  private final List<HttpsServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsAccepted() throws Exception {
    Path keys = keys();
    trust(keys);

    assertEquals(204, get("right.test", serve(keys)).status());
  }

  @Test
  void aTrustedCertificateOfAnotherNameIsRefused() throws Exception {
    Path keys = keys();
    trust(keys);

    HttpFailure failure = failure("wrong.test", serve(keys));

    assertEquals(Reason.TLS, failure.reason());
    assertTrue(failure.getMessage().contains("wrong.test found"), failure.getMessage());
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    HttpFailure failure = failure("right.test", serve(keys()));

    assertEquals(Reason.TLS, failure.reason());
    assertTrue(failure.getMessage().contains("no valid certificate"), failure.getMessage());
  }

  private static void trust(Path keys) {
    System.setProperty(TRUST_STORE, keys.toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  private static HttpFailure failure(String host, int port) {
    return (HttpFailure) assertThrows(CompletionException.class, () -> get(host, port)).getCause();
  }

  private static HttpAnswer get(String host, int port) {
    Vertx vertx = Vertx.vertx();
    try (GuardedHttpClient client =
        new GuardedHttpClient(
            vertx, new EgressGuard(List.of("127.0.0.0/8")), TestHttpConfig.INSTANCE)) {
      URI address = URI.create("https://" + host + ":" + port + "/");
      return client
          .send(HttpCall.get(address, Map.of(), LIMITS))
          .await()
          .atMost(Duration.ofSeconds(20));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private int serve(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return server.getAddress().getPort();
  }

  /** A key store with a self-made certificate for {@code right.test}. */
  private Path keys() throws IOException, InterruptedException {
    Path store = directory.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "right",
            "-keyalg",
            "EC",
            "-dname",
            "CN=right.test",
            "-ext",
            "san=dns:right.test",
            "-ext",
            "bc:c=ca:true",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString());
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, keytool.waitFor());
    return store;
  }
}
