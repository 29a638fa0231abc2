package dev.sluice.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a server keeps its data, its configuration and its log.
 *
 * @param path absolute; exists
 * @param temporary whether it is deleted with the server
 */
record ServerDirectory(Path path, boolean temporary) {
  private static final int LINES_SHOWN = 40;

  static ServerDirectory temporary(String server) {
    try {
      return new ServerDirectory(Files.createTempDirectory("sluice-" + server + "-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServerDirectory kept(Path path) {
    try {
      return new ServerDirectory(Files.createDirectories(path.toAbsolutePath()), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path data() {
    return path.resolve("data");
  }

  Path log() {
    return path.resolve("server.log");
  }

  /** Appears when the server is ready. */
  Path ready() {
    return path.resolve("ready");
  }

  /** Writes a file of configuration. */
  Path write(String name, String content) {
    try {
      return Files.writeString(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of the log. */
  String endOfLog() {
    if (!Files.exists(log())) {
      return "(nothing)";
    }
    try {
      // Servers may write what is no UTF-8, which readAllLines would refuse.
      List<String> lines =
          new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    delete(path);
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
