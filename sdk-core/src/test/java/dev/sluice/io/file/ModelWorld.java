package dev.sluice.io.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A state of the model: a small file system, who holds its lock, what the target has to hold, and
 * how far each writer is. A writer's progress is the list of the answers it has had; running its
 * program with them again brings it to the same place.
 */
record ModelWorld(
    NavigableMap<String, String> files,
    Optional<Integer> lockHolder,
    Map<String, String> expected,
    List<ModelWriter> writers,
    int faultsLeft) {

  /** The content of a directory; a file never has it. */
  static final String DIRECTORY = "<dir>";

  static final String PARENT = "/p";
  static final String TARGET = PARENT + "/data";

  static ModelWorld start(
      NavigableMap<String, String> content, List<ModelWriter> writers, int faults) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(PARENT, DIRECTORY);
    content.forEach((path, text) -> put(files, TARGET + path, text));
    return new ModelWorld(files, Optional.empty(), Map.copyOf(content), writers, faults);
  }

  private static void put(NavigableMap<String, String> files, String path, String text) {
    for (int i = path.indexOf('/', 1); i > 0; i = path.indexOf('/', i + 1)) {
      files.put(path.substring(0, i), DIRECTORY);
    }
    files.put(path, text);
  }

  /** The rows of the target, as a reader sees them at this moment. */
  Map<String, String> content() {
    Map<String, String> content = new TreeMap<>();
    files
        .tailMap(TARGET)
        .forEach(
            (path, text) -> {
              if (path.startsWith(TARGET + "/") && !text.equals(DIRECTORY)) {
                content.put(path.substring(TARGET.length()), text);
              }
            });
    return content;
  }

  boolean isBetweenStates() {
    return files.containsKey(Workspace.journal(TARGET));
  }

  ModelWorld with(NavigableMap<String, String> changed) {
    return new ModelWorld(changed, lockHolder, expected, writers, faultsLeft);
  }

  ModelWorld withLock(Optional<Integer> holder) {
    return new ModelWorld(files, holder, expected, writers, faultsLeft);
  }

  ModelWorld withExpected(Map<String, String> changed) {
    return new ModelWorld(files, lockHolder, Map.copyOf(changed), writers, faultsLeft);
  }

  ModelWorld with(ModelWriter writer) {
    List<ModelWriter> changed = new ArrayList<>(writers);
    changed.set(writer.id(), writer);
    return new ModelWorld(files, lockHolder, expected, List.copyOf(changed), faultsLeft);
  }

  ModelWorld withOneFaultLess() {
    return new ModelWorld(files, lockHolder, expected, writers, faultsLeft - 1);
  }
}
