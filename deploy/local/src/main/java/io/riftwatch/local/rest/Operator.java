package io.riftwatch.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Uses the REST endpoints as an operator does. */
public final class Operator {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;
  private final String token;

  public Operator(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /**
   * Reads a resource.
   *
   * @param path behind {@code /api/v1/}
   * @throws IOException unless the answer is 2xx; the message has the problem
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /**
   * Reads every item of a list, page by page.
   *
   * @param path behind {@code /api/v1/}, without cursor
   * @throws IOException unless each answer is 2xx
   */
  public List<JsonNode> list(String path) throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      String cursor =
          next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor);
      page.get("items").forEach(items::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return items;
  }

  /**
   * Sends JSON.
   *
   * @throws IOException unless the answer is 2xx
   */
  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return post(path, "application/json", json.writeValueAsString(body));
  }

  /**
   * Sends a body of any kind.
   *
   * @throws IOException unless the answer is 2xx
   */
  public JsonNode post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve("/api/v1/" + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          request.method()
              + " "
              + request.uri()
              + " answered "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
  }
}
