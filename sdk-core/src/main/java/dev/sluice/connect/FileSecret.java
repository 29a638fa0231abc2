package dev.sluice.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file. */
record FileSecret(String path) implements Secret {

  @Override
  public String name() {
    return "file " + path;
  }

  @Override
  public String value() {
    try {
      return Files.readString(Path.of(path)).replaceFirst("\\R$", "");
    } catch (IOException e) {
      throw new IllegalStateException(
          "the secret in %s cannot be read (%s)".formatted(name(), e.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
