package dev.sluice.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports for a server that will come back to them.
 *
 * <p>They are below the range from which operating systems take the ports of outgoing connections
 * (from 32768 on Linux, 49152 elsewhere). A port that {@code new ServerSocket(0)} hands out is
 * inside it: while the server is down, its own client that tries to connect can be given just that
 * port, is then connected to itself, and the server cannot come back.
 */
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private Ports() {}

  /** As many different ports of 127.0.0.1 as asked for, all free now. */
  static List<Integer> free(int count) {
    Set<Integer> found = new HashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS && found.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        found.add(port);
      }
    }
    if (found.size() < count) {
      throw new ServerException(
          "No free port on 127.0.0.1 between " + FIRST + " and " + LAST + " for a test server.");
    }
    return List.copyOf(found);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
