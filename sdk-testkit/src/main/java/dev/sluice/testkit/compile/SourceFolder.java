package dev.sluice.testkit.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A temporary folder with the sources, deleted when closed: the Eclipse compiler reads nothing but
 * files.
 */
final class SourceFolder implements AutoCloseable {
  private final Path root;
  private final Map<Path, CompilationUnit> units;

  private SourceFolder(Path root, Map<Path, CompilationUnit> units) {
    this.root = root;
    this.units = units;
  }

  static SourceFolder of(List<CompilationUnit> units) throws IOException {
    Path root = Files.createTempDirectory("sources").toRealPath();
    Map<Path, CompilationUnit> byPath = new HashMap<>();
    for (CompilationUnit unit : units) {
      Path path = root.resolve(unit.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, unit.text());
      byPath.put(path, unit);
    }
    return new SourceFolder(root, byPath);
  }

  List<Path> paths(List<CompilationUnit> wanted) {
    return wanted.stream().map(unit -> root.resolve(unit.path())).toList();
  }

  Optional<CompilationUnit> unitAt(Path path) {
    return Optional.ofNullable(units.get(path));
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
