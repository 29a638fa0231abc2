package dev.sluice.testkit.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A class path in two parts: jars that stay as they are from one run of the tests to the next, and
 * the rest.
 *
 * @param jars those that an archive of classes may hold
 * @param others directories, and jars that change
 */
record StableJars(List<Path> jars, List<Path> others) {

  static StableJars of(List<Path> classPath) {
    Map<Boolean, List<Path>> parts =
        classPath.stream().collect(Collectors.partitioningBy(StableJars::isStable));
    return new StableJars(parts.get(true), parts.get(false));
  }

  private static boolean isStable(Path entry) {
    String name = entry.getFileName().toString();
    boolean changes = name.contains("-SNAPSHOT") || name.startsWith("surefirebooter");
    return name.endsWith(".jar")
        && Files.isRegularFile(entry)
        && (isOurs(entry) || !(changes || isBuiltHere(entry)));
  }

  /** Whether it is where Maven and Gradle put the jars of a build. */
  private static boolean isBuiltHere(Path jar) {
    return Stream.of("target", "libs").anyMatch(jar.getParent()::endsWith);
  }

  private static boolean isOurs(Path entry) {
    return entry.getFileName().toString().matches("sdk-(core|testkit)-.*\\.jar");
  }

  /** Whether the program that fills an archive is among them. */
  boolean haveTheTestkit() {
    return jars.stream().filter(StableJars::isOurs).count() == 2;
  }

  /**
   * A file in a directory that hides one of the same name in a jar, as a {@code log4j2.xml} for
   * tests may do; it would not with the jars first. What is in META-INF hides nothing.
   */
  Optional<String> hidden() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path directory : others) {
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          files
              .filter(Files::isRegularFile)
              .map(file -> directory.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.startsWith("META-INF/"))
              .forEach(names::add);
        }
      }
    }
    if (!names.isEmpty()) {
      for (Path jar : jars) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          Optional<String> hidden =
              names.stream().filter(name -> zip.getEntry(name) != null).findFirst();
          if (hidden.isPresent()) {
            return Optional.of("%s of %s".formatted(hidden.get(), jar.getFileName()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
