package dev.sluice.samples.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar of a directory of classes, {@code module/target/classes}. */
final class ClassesJar {

  private ClassesJar() {}

  /** Makes one that is named after the module, in another directory. */
  static Path of(Path classes, Path directory) throws IOException {
    String module = classes.getParent().getParent().getFileName().toString();
    Path jar = directory.resolve(module + "-measured.jar");
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
