package dev.sluice.testkit;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files that a kit writes, and those of them that are inputs with one record a line. */
final class FixtureFiles {

  private final Path directory;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<ResourceId> inputs = ConcurrentHashMap.newKeySet();

  FixtureFiles(Path directory) {
    this.directory = directory;
  }

  /** Writes an input with rows of a record; gives its path. */
  String write(Class<?> type, String ending, String text) {
    String name = "%s-%d.%s".formatted(type.getSimpleName(), count.incrementAndGet(), ending);
    String path = write(name, text);
    inputs.add(ResourceId.path(path));
    return path;
  }

  /** Whether a source reads one of those inputs. */
  boolean areReadBy(Source<?> source) {
    return source.reads().stream().anyMatch(inputs::contains);
  }

  /** Writes any file; gives its path. */
  String write(String name, String text) {
    Path file = directory.resolve(name).normalize();
    Path own = directory.normalize();
    if (!file.startsWith(own) || file.equals(own)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a file below %s".formatted(name, directory));
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the input " + file, e);
    }
    return file.toString();
  }
}
