package dev.sluice.testkit.server;

import java.util.stream.IntStream;

/** How often tests kill a server: {@code -Dsluice.servers.rounds=10} for a thorough run. */
final class Rounds {
  private Rounds() {}

  static IntStream all() {
    return IntStream.rangeClosed(1, Integer.getInteger("sluice.servers.rounds", 2));
  }
}
