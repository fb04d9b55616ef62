package io.riftwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** TCP ports of this machine. */
public final class Ports {

  private static final int MAX = 65_535;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /**
   * A port of loopback that nobody listens on.
   *
   * @throws IOException when there is none
   */
  public static int free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /**
   * The first of a run of neighbouring ports of loopback that nobody listens on.
   *
   * @param run how many
   * @throws IOException when there is none
   */
  public static int free(int run) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = free();
      if (first + run <= MAX && IntStream.range(first, first + run).allMatch(Ports::isFree)) {
        return first;
      }
    }
    throw new IOException("no " + run + " neighbouring ports are free");
  }

  /** Whether a server could listen on the port of loopback now. */
  public static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
