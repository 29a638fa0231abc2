package dev.sluice.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs that servers run on. */
final class Jdk {
  static final String PROPERTY = "sluice.java17.home";
  static final String VARIABLE = "JAVA17_HOME";

  private Jdk() {}

  /** The one that runs the tests. */
  static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A JDK 17, for servers that run on no later one. */
  static Optional<Path> seventeen() {
    if (Runtime.version().feature() == 17) {
      return Optional.of(current());
    }
    // The last two are set on GitHub's runners.
    return Stream.of(
        System.getProperty(PROPERTY),
        System.getenv(VARIABLE),
        System.getenv("JAVA_HOME_17_X64"),
        System.getenv("JAVA_HOME_17_ARM64"))
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(home -> Files.isDirectory(home.resolve("bin")))
        .findFirst();
  }
}
