package io.riftwatch.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers each request with bytes of the test's choice, HTTP or not. */
final class RawServer implements AutoCloseable {

  /** Answers on a connection whose request has been read. */
  @FunctionalInterface
  interface Answer {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket socket;

  RawServer(Answer answer) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(() -> accept(answer));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/feed");
  }

  /** Writes a head, lines parted by {@code |}, and a body. */
  static void write(Socket connection, String head, byte[] body) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes((head.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(body);
    connection.getOutputStream().write(answer.toByteArray());
    connection.getOutputStream().flush();
  }

  private Void accept(Answer answer) throws IOException {
    while (!socket.isClosed()) {
      Socket connection = socket.accept();
      threads.submit(() -> serve(connection, answer));
    }
    return null;
  }

  private static Void serve(Socket connection, Answer answer)
      throws IOException, InterruptedException {
    try (connection) {
      InputStream in = connection.getInputStream();
      int ends = 0;
      for (int b = in.read(); b >= 0 && ends < 4; b = ends < 4 ? in.read() : -1) {
        ends = b == '\r' || b == '\n' ? ends + 1 : 0;
      }
      answer.on(connection);
    }
    return null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
