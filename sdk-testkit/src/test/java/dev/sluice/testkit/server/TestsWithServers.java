package dev.sluice.testkit.server;

import java.io.IOException;

/** Stands in for a run of tests that has started servers; ends when its standard input does. */
final class TestsWithServers {
  static final String READY = "ready";

  private TestsWithServers() {}

  public static void main(String[] args) throws IOException {
    new ServersExtension();
    KafkaServer.shared();
    PostgresServer.shared();
    System.out.println(READY);
    if (System.in.read() < 0) {
      System.exit(0);
    }
  }
}
