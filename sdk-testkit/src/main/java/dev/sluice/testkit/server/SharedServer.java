package dev.sluice.testkit.server;

import java.util.function.Supplier;

/** The one server of its kind in this JVM. */
final class SharedServer<S extends TestServer> {
  private final Supplier<S> starter;
  private S server;
  private ServerException failure;

  SharedServer(Supplier<S> starter) {
    this.starter = starter;
  }

  /**
   * The server, running: started at the first call, and started again when a test before has left
   * it stopped or killed. If it could not be started once, no later test waits for that again.
   */
  synchronized S running() {
    if (failure != null) {
      throw failure;
    }
    if (server == null) {
      try {
        server = starter.get();
      } catch (ServerException e) {
        failure = e;
        throw e;
      }
      // It would end without this too, but after this JVM; so nothing is left when the run is over.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-test-server"));
    } else if (!server.isRunning()) {
      server.restart();
    }
    return server;
  }
}
