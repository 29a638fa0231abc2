package dev.sluice.testkit.server;

import java.nio.file.Path;

/**
 * A server in a process of its own. Its ports and its data stay the same as long as the object
 * lives, so clients find it again after {@link #restart()}.
 *
 * <p>The process ends with the JVM that started it, also when that is killed. It listens on
 * 127.0.0.1 only, without passwords. One object must not be used by two threads at once.
 */
public abstract sealed class TestServer implements AutoCloseable
    permits KafkaServer, PostgresServer, CassandraServer {
  private final ServerProcess process;

  TestServer(ServerProcess process) {
    this.process = process;
    process.start();
  }

  /**
   * Ends the server in good order and waits until it is gone. Does nothing when it is not running.
   *
   * @throws ServerException if it does not end within 30 seconds; it is killed then
   */
  public final void stop() {
    process.stop();
  }

  /**
   * Kills the server as {@code kill -9} does and waits until it is gone: nothing is flushed, no
   * client is told. What the server had acknowledged before is there after {@link #restart()}. Does
   * nothing when it is not running.
   */
  public final void kill() {
    process.kill();
  }

  /**
   * Starts the server again, on the same ports and with its data, and waits until it is ready. If
   * it is running, it is stopped before.
   *
   * @throws ServerException if it does not become ready within 90 seconds; its log is in the
   *     message
   */
  public final void restart() {
    process.stop();
    process.start();
  }

  /** Whether the server is running. */
  public final boolean isRunning() {
    return process.isRunning();
  }

  /** The file with all that the server has logged, over restarts too. */
  public final Path log() {
    return process.log();
  }

  /**
   * Ends the server. One that was started without a directory is killed and its data deleted, as
   * nobody can want them any more; one with a directory is stopped. Does nothing the second time.
   */
  @Override
  public final void close() {
    process.close();
  }
}
