package dev.sluice.testkit.jvm;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What Java would be told: options, and what to run. A class path that is not understood stays as
 * it is among the words.
 *
 * @param options of the JVM
 * @param classPath the class path in its order, if it is known
 * @param words what follows: with a known class path the main class and its arguments
 */
record JvmCommand(List<String> options, Optional<List<Path>> classPath, List<String> words) {

  JvmCommand {
    options = List.copyOf(options);
    classPath = classPath.map(List::copyOf);
    words = List.copyOf(words);
  }

  /**
   * Reads {@code OPTIONS -jar FILE ARGUMENTS}, {@code OPTIONS -cp PATH MAIN ARGUMENTS} or {@code
   * OPTIONS MAIN ARGUMENTS}. A jar may stand for others, which its manifest names; Surefire makes
   * such jars.
   *
   * @param classPathVariable what the environment variable CLASSPATH says; may be empty
   * @throws IllegalArgumentException if there is nothing to run
   */
  static JvmCommand of(List<String> all, String classPathVariable) throws IOException {
    int end = 0;
    while (end < all.size() && isOption(all.get(end))) {
      end++;
    }
    List<String> options = all.subList(0, end);
    List<String> words = all.subList(end, all.size());
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to run: write -jar FILE, or -cp PATH and a main class, after %s and the options of the JVM"
              .formatted(TestJvm.class.getName()));
    }
    if (words.get(0).equals("-jar") && words.size() > 1) {
      return ofJar(options, words);
    } else if (isClassPath(words.get(0)) && words.size() > 2) {
      return new JvmCommand(
          options, Optional.of(paths(words.get(1))), words.subList(2, words.size()));
    } else if (words.get(0).startsWith("@")) {
      // options in a file, which may name a module path
      return new JvmCommand(options, Optional.empty(), words);
    }
    return new JvmCommand(options, Optional.of(paths(classPathVariable)), words);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && !word.equals("-jar") && !isClassPath(word);
  }

  private static boolean isClassPath(String word) {
    return word.equals("-cp") || word.equals("-classpath");
  }

  private static JvmCommand ofJar(List<String> options, List<String> words) throws IOException {
    Path jar = Path.of(words.get(1)).toAbsolutePath();
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
      return new JvmCommand(
          options,
          Optional.of(Stream.concat(Stream.of(jar), named).toList()),
          Stream.concat(Stream.of(main), words.stream().skip(2)).toList());
    }
  }

  private static List<Path> paths(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  /** The value of an option {@code -Dname=value}; the last one counts, as it does for Java. */
  Optional<String> property(String name) {
    String start = "-D" + name + "=";
    return options.stream()
        .filter(option -> option.startsWith(start))
        .map(option -> option.substring(start.length()))
        .reduce((first, last) -> last);
  }
}
