package io.riftwatch.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What the suite meets outside: an outlet with a feed, a Slack, and a receiver of webhooks. */
final class OutsideWorld implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Something received: its headers stand in {@code id}, {@code timestamp} and {@code signature}.
   */
  record Received(String id, String timestamp, String signature, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException("what was received is not JSON: " + body, e);
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> items = new CopyOnWriteArrayList<>();
  private final List<Received> webhooks = new CopyOnWriteArrayList<>();
  private final List<Received> slack = new CopyOnWriteArrayList<>();
  private final Queue<Integer> slackAnswers = new ArrayDeque<>();

  OutsideWorld() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/feed.xml", this::feed);
    server.createContext("/webhook", this::webhook);
    server.createContext("/slack", this::slack);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Publishes a report at the head of the feed. */
  void publish(String title, String text) {
    items.add(
        0,
        "<item><guid isPermaLink=\"false\">%d</guid><link>%s</link><title>%s</title><description>%s</description></item>"
            .formatted(items.size(), address("/" + items.size() + ".html"), title, text));
  }

  /** The next messages to Slack are answered with these statuses, a 429 with a second to wait. */
  synchronized void slackAnswers(int... statuses) {
    for (int status : statuses) {
      slackAnswers.add(status);
    }
  }

  List<Received> webhooks() {
    return List.copyOf(webhooks);
  }

  /** Messages that Slack was sent, refused ones among them. */
  List<Received> slack() {
    return List.copyOf(slack);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void feed(HttpExchange exchange) throws IOException {
    String feed =
        "<rss version=\"2.0\"><channel><title>Test Gazette</title><link>%s</link><language>en</language>%s</channel></rss>"
            .formatted(address("/"), items.stream().collect(Collectors.joining()));
    exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
    answer(exchange, 200, feed);
  }

  private void webhook(HttpExchange exchange) throws IOException {
    webhooks.add(received(exchange));
    answer(exchange, 200, "ok");
  }

  private void slack(HttpExchange exchange) throws IOException {
    slack.add(received(exchange));
    int status = nextSlackAnswer();
    if (status == 429) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    answer(exchange, status, status == 200 ? "ok" : "no");
  }

  private synchronized int nextSlackAnswer() {
    Integer next = slackAnswers.poll();
    return next == null ? 200 : next;
  }

  private static Received received(HttpExchange exchange) throws IOException {
    return new Received(
        header(exchange, "webhook-id"),
        header(exchange, "webhook-timestamp"),
        header(exchange, "webhook-signature"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
