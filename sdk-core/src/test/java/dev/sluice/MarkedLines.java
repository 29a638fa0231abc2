package dev.sluice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a test's own source that are marked with a comment {@code // @name}, so that a test
 * can say which line a problem must name.
 */
final class MarkedLines {
  private final String file;
  private final List<String> lines;

  private MarkedLines(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static MarkedLines of(Class<?> test) {
    Path source =
        Path.of(System.getProperty("basedir", ""), "src/test/java")
            .resolve(test.getName().replace('.', '/') + ".java");
    try {
      return new MarkedLines(source.getFileName().toString(), Files.readAllLines(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As problems have it: {@code Test.java:42}. */
  String at(String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// @" + name)) {
        return file + ":" + (i + 1);
      }
    }
    throw new IllegalArgumentException("no line of " + file + " ends with // @" + name);
  }
}
