package io.riftwatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.riftwatch.embedded.Ports;
import io.riftwatch.local.suite.Service;
import io.riftwatch.local.suite.SuitePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

  private final Map<Service, HttpServer> servers = new EnumMap<>(Service.class);
  private SuitePorts ports;
  private Gateway gateway;

  /** Each service answers with its name, the address it was called by and the body it was sent. */
  @BeforeEach
  void start() throws Exception {
    ports = new SuitePorts(Ports.free(SuitePorts.RUN));
    for (Service service : Service.values()) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(service));
      HttpServer server = HttpServer.create(address, 0);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer =
                service
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + body;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(203, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
      servers.put(service, server);
    }
    gateway = Gateway.start(ports);
  }

  @AfterEach
  void stop() {
    gateway.close();
    servers.values().forEach(s -> s.stop(0));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/feeds, INGEST /api/v1/feeds",
    "/api/v1/feeds/7/poll?a=b%20c, INGEST /api/v1/feeds/7/poll?a=b%20c",
    "/api/v1/opml, INGEST /api/v1/opml",
    "/api/v1/articles?q=x, INGEST /api/v1/articles?q=x",
    "/websub/7?hub.mode=subscribe, INGEST /websub/7?hub.mode=subscribe",
    "/websub/7?hub.topic=https://a.example/feed, INGEST /websub/7?hub.topic=https://a.example/feed",
    "/api/v1/classifications, CLASSIFY /api/v1/classifications",
    "/api/v1/signals, CLASSIFY /api/v1/signals",
    "/api/v1/incidents/i, ALERT /api/v1/incidents/i",
    "/api/v1/deliveries, ALERT /api/v1/deliveries",
    "/openapi/alert, ALERT /openapi"
  })
  void aResourceIsAnsweredByItsOwner(String address, String answered) throws Exception {
    HttpResponse<String> answer = post(address, "body");

    assertEquals(203, answer.statusCode());
    assertEquals(answered + " Bearer t body", answer.body());
  }

  @Test
  void whatNobodyOwnsIsAProblem() throws Exception {
    HttpResponse<String> answer = post("/api/v1/unicorns", "");

    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().contains("/api/v1/unicorns"), answer.body());
  }

  @Test
  void aServiceThatIsDownIsABadGateway() throws Exception {
    servers.get(Service.ALERT).stop(0);

    assertEquals(502, post("/api/v1/incidents", "").statusCode());
    assertEquals(203, post("/api/v1/feeds", "").statusCode());
  }

  private HttpResponse<String> post(String address, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.gateway() + address))
            .header("Authorization", "Bearer t")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
