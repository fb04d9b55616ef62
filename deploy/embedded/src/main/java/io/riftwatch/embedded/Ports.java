package io.riftwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of this machine. */
public final class Ports {

  /**
   * Below the ports that systems give to outgoing connections, which could take one at any time.
   */
  private static final int LOWEST = 15_000;

  private static final int HIGHEST = 30_000;
  private static final int ATTEMPTS = 200;

  private Ports() {}

  /**
   * A port of loopback that nobody listens on.
   *
   * @throws IOException when none is found
   */
  public static int free() throws IOException {
    return free(1);
  }

  /**
   * The first of a run of neighbouring ports of loopback that nobody listens on.
   *
   * @param run how many
   * @throws IOException when none is found
   */
  public static int free(int run) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (IntStream.range(first, first + run).allMatch(Ports::isFree)) {
        return first;
      }
    }
    throw new IOException("no " + run + " neighbouring ports were found free");
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
