package io.riftwatch.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A hub that notes what it is asked for, and calls back when the test says so. */
public final class Hub {

  /** What the callbacks of the tests' configuration begin with. */
  public static final String BASE = "https://riftwatch.example/in";

  /** A subscription request, its fields by name. */
  public record Asked(Map<String, String> fields) {

    public String of(String field) {
      return fields.get("hub." + field);
    }

    /** Where this service answers what the world calls by the callback's address. */
    public String path() {
      return of("callback").substring(BASE.length());
    }
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final OutletServer server;
  private final String path;

  public Hub(OutletServer server, String path) {
    this.server = server;
    this.path = path;
    answers(202, "");
  }

  public String url() {
    return server.url(path);
  }

  /** Answers requests like this from now on. */
  public Hub answers(int status, String words, String... headers) {
    server.at(
        path,
        exchange -> {
          asked.add(new Asked(form(exchange.getRequestBody().readAllBytes())));
          byte[] body = words.getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        });
    return this;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public Asked last() {
    return asked.get(asked.size() - 1);
  }

  /** Verifies the last request as it should be verified. */
  public ValidatableResponse verifies() {
    return verifies(last().of("mode"), last().of("topic"), "864000");
  }

  public ValidatableResponse verifies(String mode, String topic, String lease) {
    return given()
        .queryParam("hub.mode", mode)
        .queryParam("hub.topic", topic)
        .queryParam("hub.challenge", "a-challenge<script>")
        .queryParam("hub.lease_seconds", lease)
        .get(last().path())
        .then();
  }

  public ValidatableResponse denies(String reason) {
    return given()
        .queryParam("hub.mode", "denied")
        .queryParam("hub.topic", last().of("topic"))
        .queryParam("hub.reason", reason)
        .get(last().path())
        .then();
  }

  /** Pushes a body, signed, by the callback of the last request. */
  public ValidatableResponse pushes(String body) {
    return pushes(last().path(), body, signature("sha256", body, last().of("secret")));
  }

  /** Pushes a body by a callback. */
  public static ValidatableResponse pushes(String path, String body, String signature) {
    return given()
        .contentType("application/rss+xml")
        .header("X-Hub-Signature", signature)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path)
        .then();
  }

  /** What a hub signs a body with, such as {@code sha1=...}. */
  public static String signature(String method, String body, String secret) {
    try {
      Mac mac = Mac.getInstance("Hmac" + method.toUpperCase(Locale.ROOT));
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      return method
          + "="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> form(byte[] body) {
    return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(f -> f[0], f -> URLDecoder.decode(f[1], StandardCharsets.UTF_8)));
  }
}
