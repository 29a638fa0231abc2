package dev.sluice.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The JDKs that servers run on. */
final class Jdk {
  private static final String PROPERTY = "sluice.java17.home";

  private Jdk() {}

  /** The one that runs the tests. */
  static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /** A JDK 17, for servers that run on no later one. */
  static Path seventeen(String server) {
    if (Runtime.version().feature() == 17) {
      return current();
    }
    return Stream.of(
            System.getProperty(PROPERTY),
            System.getenv("JAVA17_HOME"),
            System.getenv("JAVA_HOME_17_X64"),
            System.getenv("JAVA_HOME_17_ARM64"))
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(home -> Files.isDirectory(home.resolve("bin")))
        .findFirst()
        .orElseThrow(
            () ->
                new ServerException(
                    "%s runs on JDK 17 only, and the tests run on %d. Set the environment variable JAVA17_HOME, or the system property %s of the tests, to the home of a JDK 17."
                        .formatted(server, Runtime.version().feature(), PROPERTY)));
  }
}
