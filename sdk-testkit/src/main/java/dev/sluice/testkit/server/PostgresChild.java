package dev.sluice.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL as a child of this JVM, in the foreground: so it is in the process group of the
 * tests, and its end is noticed. ({@code pg_ctl start} would detach it from both.)
 */
final class PostgresChild {
  private static final int POLL_MILLIS = 10;
  private static final int STOP_SECONDS = 25;

  /** In postmaster.pid, the file by which pg_ctl too learns how a start is going. */
  private static final int LINE_OF_PID = 0;

  private static final int LINE_OF_STATUS = 7;

  private final Path bin;
  private final Path data;

  private PostgresChild(Path bin, Path data) {
    this.bin = bin;
    this.data = data;
  }

  /**
   * Returns when clients can connect.
   *
   * @param args jar of the programs, directory of the data, port
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = PostgresBinaries.unpacked(Path.of(args[0]));
    new PostgresChild(home.resolve("bin"), Path.of(args[1])).start(args[2]);
  }

  private void start(String port) throws IOException, InterruptedException {
    if (!Files.exists(data)) {
      initialize();
    }
    // Without fsync a crash of the machine loses data, a kill of the server does not.
    Process server =
        process(
            "postgres",
            "-D" + data,
            "--port=" + port,
            "--listen_addresses=127.0.0.1",
            "--unix_socket_directories=",
            "--fsync=off",
            "--shared_buffers=32MB");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "postgres-shutdown"));
    while (!isReady(server)) {
      if (server.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("postgres ended with exit code " + server.exitValue());
      }
    }
    // Not a daemon: it keeps this JVM for as long as there is a server, and no longer.
    new Thread(() -> ChildMain.ended(server.onExit().join().exitValue()), "postgres-watch").start();
  }

  /** Makes the directory of the data; if this is killed half way, the next start does it anew. */
  private void initialize() throws IOException, InterruptedException {
    Path unfinished = data.resolveSibling("unfinished");
    ServerDirectory.delete(unfinished);
    run("initdb", "-D" + unfinished, "-Upostgres", "-Atrust", "-EUTF8", "--locale=C", "--no-sync");
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean isReady(Process server) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return false; // not written yet, or that of a killed server was removed just now
    }
    // A killed server leaves its file behind; only one with the right process id is ours.
    return lines.size() > LINE_OF_STATUS
        && lines.get(LINE_OF_PID).equals(Long.toString(server.pid()))
        && lines.get(LINE_OF_STATUS).strip().equals("ready");
  }

  private void stop(Process server) {
    if (!server.isAlive()) {
      return;
    }
    try {
      run("pg_ctl", "stop", "-D" + data, "-mfast", "-t" + STOP_SECONDS);
    } catch (IOException | InterruptedException e) {
      e.printStackTrace(); // to the log
      server.destroyForcibly();
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    int code = process(command).waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + ": exit code " + code);
    }
  }

  private Process process(String... command) throws IOException {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, though it
      // may do what root may: no other user and no change of ownership is needed.
      words.addAll(List.of("unshare", "-U"));
    }
    words.add(bin.resolve(command[0]).toString());
    words.addAll(List.of(command).subList(1, command.length));
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    return process;
  }
}
