package dev.sluice.samples.nexmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is deleted when it is closed.
 *
 * @param directory where it is
 */
record Scratch(Path directory) implements AutoCloseable {

  static Scratch make(String name) throws IOException {
    return new Scratch(Files.createTempDirectory("sluice-" + name));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
