package dev.sluice.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process of a server, seen from the test. The other end is {@link ChildMain}: a byte on its
 * standard input asks it to stop; the end of that input, which comes when this JVM ends however it
 * does, makes it go at once.
 */
final class ServerProcess {
  /**
   * Servers need 1 to 4 seconds; a machine that is busy with a build has taken twenty times that.
   */
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

  /** Time for the system to remove a killed process. */
  private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(20);

  private final ServerCommand command;
  private final ServerDirectory directory;
  private Process process;
  private boolean closed;

  ServerProcess(ServerCommand command, ServerDirectory directory) {
    this.command = command;
    this.directory = directory;
  }

  void start() {
    if (closed) {
      throw new ServerException(command.name() + " was closed; start a new one.");
    }
    try {
      Files.deleteIfExists(directory.ready());
      process =
          new ProcessBuilder(command.in(directory))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
    } catch (IOException e) {
      throw new ServerException("Cannot start a process for " + command.name() + ".", e);
    }
    awaitReady();
  }

  private void awaitReady() {
    Instant deadline = Instant.now().plus(READY_WITHIN);
    while (!Files.exists(directory.ready())) {
      if (endsWithin(POLL)) {
        throw failed("ended with exit code " + process.exitValue() + " before it was ready.");
      }
      if (Instant.now().isAfter(deadline)) {
        kill();
        throw failed("was not ready within " + READY_WITHIN.toSeconds() + " seconds.");
      }
    }
  }

  void stop() {
    if (!isRunning()) {
      return;
    }
    try (OutputStream input = process.getOutputStream()) {
      input.write('s');
    } catch (IOException e) {
      // The process has ended since, or is about to: what follows tells.
      process.destroy();
    }
    if (!endsWithin(STOPPED_WITHIN)) {
      kill();
      throw failed("did not stop within " + STOPPED_WITHIN.toSeconds() + " seconds; killed it.");
    }
  }

  void kill() {
    if (!isRunning()) {
      return;
    }
    List<ProcessHandle> server = process.descendants().toList();
    if (!server.isEmpty()) {
      // The JVM only guards the server. It goes first, so that its guard can bury it: where nobody
      // collects orphans, as in many containers, it would be taken for alive at the next start.
      server.forEach(ProcessHandle::destroyForcibly);
      endsWithin(GONE_WITHIN);
    }
    process.destroyForcibly();
    if (!endsWithin(GONE_WITHIN)) {
      throw failed("cannot be killed: process " + process.pid() + ".");
    }
  }

  void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (directory.temporary()) {
      kill();
      directory.delete();
    } else {
      stop();
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  Path log() {
    return directory.log();
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new ServerException("Interrupted while waiting for " + command.name() + ".", e);
    }
  }

  private ServerException failed(String what) {
    return new ServerException(
        "%s %s%nThe end of its log, %s:%n%s"
            .formatted(command.name(), what, log(), directory.endOfLog()));
  }
}
