package dev.sluice.testkit;

import dev.sluice.plan.CallSite;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the golden files of a test class are: {@code src/test/resources/golden/<TestClass>} of its
 * module. A nested class has those of the class around it.
 *
 * @param module the module's directory; empty if its sources are not where the tests run
 * @param test the simple name of the test class; empty if it is not known
 */
record GoldenFolder(Optional<Path> module, String test) {

  /** The folder of the class that called this library. */
  static GoldenFolder ofCaller() {
    CallSite site = CallSite.here();
    String name = site.className();
    String outermost = name.substring(name.lastIndexOf('.') + 1).replaceAll("(?<=.)\\$.*", "");
    return new GoldenFolder(moduleOf(name), outermost);
  }

  /**
   * A file of the test class.
   *
   * @throws IllegalArgumentException if the name leads out of the folder
   * @throws IllegalStateException if the test class is not known
   */
  GoldenFile file(String name) {
    if (test.isEmpty()) {
      throw new IllegalStateException(
          "it is not known which test class asks for the golden file '%s': give a path, as in matchesGolden(Path.of(\"src/test/resources/golden/%s\")), of rows, reports and schemas after asText()"
              .formatted(name, name));
    }
    Path folder = base().resolve(Path.of("src", "test", "resources", "golden", test)).normalize();
    Path file = folder.resolve(name).normalize();
    if (name.isBlank() || !file.startsWith(folder) || file.equals(folder)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a file in %s: for one elsewhere give a path, as in matchesGolden(Path.of(…)), of rows, reports and schemas after asText()"
              .formatted(name, new GoldenFile(folder, module)));
    }
    return new GoldenFile(file, module);
  }

  /** Any file; a relative path starts at the module. */
  GoldenFile file(Path path) {
    return new GoldenFile(base().resolve(path).normalize(), module);
  }

  private Path base() {
    return module.orElseGet(() -> Path.of("").toAbsolutePath());
  }

  /**
   * The nearest directory with tests above where the class was compiled to, whichever tool did
   * that; it need not be the working directory, as with tests that an IDE starts.
   */
  private static Optional<Path> moduleOf(String className) {
    Stream<Path> compiled = locationOf(className).stream().flatMap(GoldenFolder::upwards);
    return Stream.concat(compiled, Stream.of(Path.of("").toAbsolutePath()))
        .filter(directory -> Files.isDirectory(directory.resolve(Path.of("src", "test"))))
        .findFirst();
  }

  private static Stream<Path> upwards(Path from) {
    return Stream.iterate(from, directory -> directory != null, Path::getParent);
  }

  private static Optional<Path> locationOf(String className) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      CodeSource source =
          Class.forName(className, false, loader).getProtectionDomain().getCodeSource();
      return source == null || source.getLocation() == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (ClassNotFoundException
        | URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException e) {
      // such as a class in a jar within a jar: the working directory may still do
      return Optional.empty();
    }
  }
}
