package io.riftwatch.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server on loopback that plays the outside world; paths it was not told of are 404.
 */
public final class OutletServer implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  public interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** A request as it came. */
  public record Request(String path, Map<String, List<String>> headers) {
    public List<String> header(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public OutletServer() {
    this("127.0.0.1");
  }

  /** Another address in 127.0.0.0/8 is another host. */
  public OutletServer(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public String url(String path) {
    return "http://" + host() + ":" + server.getAddress().getPort() + path;
  }

  public String host() {
    return server.getAddress().getAddress().getHostAddress();
  }

  public OutletServer at(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /** The requests for a path, in the order they came. */
  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** A page that answers 200 with a body and headers, which stand in pairs of name and value. */
  public static Page body(String contentType, String body, String... headers) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", contentType);
      setHeaders(exchange, headers);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** A page that answers a status without a body. */
  public static Page status(int status, String... headers) {
    return exchange -> {
      setHeaders(exchange, headers);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** A page whose body is written piece by piece for as long as the reader takes it. */
  public static Page endless(byte[] piece, String... headers) {
    return exchange -> {
      setHeaders(exchange, headers);
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      while (!Thread.interrupted()) {
        body.write(piece);
        body.flush();
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(new Request(path, Map.copyOf(exchange.getRequestHeaders())));
    try (exchange) {
      pages.getOrDefault(path, status(404)).answer(exchange);
    }
  }

  private static void setHeaders(HttpExchange exchange, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
    }
  }
}
