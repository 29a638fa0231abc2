package dev.sluice.testkit.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Jars that stay as they are from one run of the tests to the next. */
final class StableJars {

  private StableJars() {}

  static boolean contains(Path entry) {
    String name = entry.getFileName().toString();
    boolean ofBuild = Stream.of("target", "build").anyMatch(d -> hasPart(entry, d));
    boolean changes = name.contains("-SNAPSHOT") || name.startsWith("surefirebooter");
    return name.endsWith(".jar")
        && Files.isRegularFile(entry)
        && (isOurs(entry) || !(ofBuild || changes));
  }

  /** The program that fills the archive is in it. */
  static boolean isOurs(Path entry) {
    return entry.getFileName().toString().matches("sdk-(core|testkit)-.*\\.jar");
  }

  private static boolean hasPart(Path entry, String directory) {
    for (Path part : entry) {
      if (part.toString().equals(directory)) {
        return true;
      }
    }
    return false;
  }
}
