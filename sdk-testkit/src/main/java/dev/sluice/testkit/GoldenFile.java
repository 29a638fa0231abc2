package dev.sluice.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text beside the tests, as lines: how they end does not matter.
 *
 * @param path the absolute path
 * @param module the module's directory; empty if there are no sources where the tests run
 */
record GoldenFile(Path path, Optional<Path> module) {

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  /** What the file says; empty if there is none. */
  Optional<List<String>> read() {
    try {
      if (Files.exists(path)) {
        return Optional.of(Files.readString(path).lines().toList());
      }
      return module.isEmpty() ? readResource() : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the golden file %s as UTF-8".formatted(this), e);
    }
  }

  /** Writes the lines, each ended by a line feed. */
  void write(List<String> lines) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the golden file " + this, e);
    }
  }

  /** Where sources are left behind, as in a jar of tests, their resources still come along. */
  private Optional<List<String>> readResource() throws IOException {
    Path resources = RESOURCES.toAbsolutePath();
    if (!path.startsWith(resources)) {
      return Optional.empty();
    }
    String name =
        resources.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    try (InputStream resource =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      return resource == null
          ? Optional.empty()
          : Optional.of(
              new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  /** As it is called in messages: below the module's directory, if it is there. */
  @Override
  public String toString() {
    return module.filter(path::startsWith).map(m -> m.relativize(path)).orElse(path).toString();
  }
}
