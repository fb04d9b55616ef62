package io.riftwatch.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that plays Slack or a webhook's receiver: it keeps what comes. */
public final class Receiver implements AutoCloseable {

  /** What came, and how it was answered. */
  public record Call(String path, Map<String, List<String>> headers, String body, int answered) {

    public String header(String name) {
      return headers.get(name).get(0);
    }
  }

  /** How to answer one call. */
  public record Answer(int status, Map<String, String> headers, String body) {

    public static Answer of(int status) {
      return new Answer(status, Map.of(), status == 200 ? "ok" : "status " + status);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final Queue<Answer> script = new ArrayDeque<>();

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The next calls are answered so, in turn; those behind them with 200. */
  public synchronized void answerWith(Answer... answers) {
    script.addAll(List.of(answers));
  }

  /** Calls are not answered until the latch is open. */
  public void answerAfter(CountDownLatch opened) {
    gate = opened;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The calls that were answered with 200. */
  public List<Call> accepted() {
    return calls.stream().filter(call -> call.answered() == 200).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    awaitGate();
    Answer answer = next();
    calls.add(new Call(exchange.getRequestURI().getPath(), headers, body, answer.status()));
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer next() {
    Answer scripted = script.poll();
    return scripted == null ? Answer.of(200) : scripted;
  }
}
