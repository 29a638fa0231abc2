package dev.sluice.testkit.jvm;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Java would run, given the words after its own options.
 *
 * @param classPath the class path, in its order
 * @param main the main class
 * @param arguments those of the main class
 */
record JvmCommand(List<Path> classPath, String main, List<String> arguments) {

  JvmCommand {
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads {@code -jar FILE ARGUMENTS}, {@code -cp PATH MAIN ARGUMENTS} or {@code MAIN ARGUMENTS}. A
   * jar may stand for others, which its manifest names; Surefire makes such jars.
   *
   * @param classPathVariable what the environment variable CLASSPATH says; may be empty
   * @throws IllegalArgumentException if there is no main class
   */
  static JvmCommand of(List<String> words, String classPathVariable) throws IOException {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to run: write -jar FILE, or -cp PATH and a main class, after %s"
              .formatted(TestJvm.class.getName()));
    }
    if (words.get(0).equals("-jar") && words.size() > 1) {
      return ofJar(Path.of(words.get(1)).toAbsolutePath(), words.subList(2, words.size()));
    }
    boolean hasPath = List.of("-cp", "-classpath").contains(words.get(0)) && words.size() > 2;
    int main = hasPath ? 2 : 0;
    return new JvmCommand(
        paths(hasPath ? words.get(1) : classPathVariable),
        words.get(main),
        words.subList(main + 1, words.size()));
  }

  private static JvmCommand ofJar(Path jar, List<String> arguments) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (main == null) {
        throw new IllegalArgumentException("no Main-Class in the manifest of " + jar);
      }
      String others = manifest.getValue(Attributes.Name.CLASS_PATH);
      Stream<Path> named =
          others == null
              ? Stream.empty()
              : Arrays.stream(others.strip().split("\\s+"))
                  .map(entry -> Path.of(jar.toUri().resolve(URI.create(entry))));
      return new JvmCommand(Stream.concat(Stream.of(jar), named).toList(), main, arguments);
    }
  }

  private static List<Path> paths(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  /** The same with another order of the class path. */
  JvmCommand with(List<Path> changed) {
    return new JvmCommand(changed, main, arguments);
  }

  /** The words after Java's own options. */
  List<String> words() {
    return Stream.concat(Stream.of("-cp", text(classPath), main), arguments.stream()).toList();
  }

  static String text(List<Path> classPath) {
    return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
  }
}
