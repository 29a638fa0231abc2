package dev.sluice.io.file;

import dev.sluice.io.file.Journal.Entry;
import dev.sluice.spark.files.Directories;
import dev.sluice.spark.files.Directories.Child;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job has written into the staging directory, as the entries of a journal. */
final class Staged {

  private final Directories files;
  private final String staging;
  private final String target;

  Staged(Directories files, String staging, String target) {
    this.files = files;
    this.staging = staging;
    this.target = target;
  }

  /** All of it, as one directory. */
  Journal whole() throws IOException {
    return new Journal(List.of(new Entry("", witness("").orElse(""))));
  }

  /** Each directory that holds files, and what lies beside the partitions ({@code _SUCCESS}). */
  Journal partitions() throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<Child> top = files.children(staging);
    for (Child child : top) {
      if (child.isDirectory()) {
        addPartitions("/" + child.name(), entries);
      }
    }
    addMissing(top, entries);
    return new Journal(List.copyOf(entries));
  }

  private void addPartitions(String path, List<Entry> entries) throws IOException {
    List<Child> children = files.children(staging + path);
    Optional<String> file = dataFile(children);
    if (file.isPresent()) {
      entries.add(new Entry(path, "/" + file.get()));
      return;
    }
    for (Child child : children) {
      if (child.isDirectory()) {
        addPartitions(path + "/" + child.name(), entries);
      }
    }
  }

  /** Each file, to be put beside those that are there. */
  Journal single() throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<Child> top = files.children(staging);
    for (Child child : top) {
      if (child.isDirectory() || !isMark(child)) {
        addFiles("/" + child.name(), child.isDirectory(), entries);
      }
    }
    addMissing(top.stream().filter(Staged::isMark).toList(), entries);
    return new Journal(List.copyOf(entries));
  }

  private void addFiles(String path, boolean directory, List<Entry> entries) throws IOException {
    if (!directory) {
      entries.add(new Entry(path, ""));
      return;
    }
    for (Child child : files.children(staging + path)) {
      addFiles(path + "/" + child.name(), child.isDirectory(), entries);
    }
  }

  private void addMissing(List<Child> top, List<Entry> entries) throws IOException {
    for (Child child : top) {
      if (!child.isDirectory() && !files.exists(target + "/" + child.name())) {
        entries.add(new Entry("/" + child.name(), ""));
      }
    }
  }

  /** A file that tells that a job is complete, or its checksum: the same name in every write. */
  private static boolean isMark(Child child) {
    return child.name().startsWith("_") || child.name().startsWith("._");
  }

  private static Optional<String> dataFile(List<Child> children) {
    return children.stream()
        .filter(child -> !child.isDirectory() && !child.name().startsWith("."))
        .map(Child::name)
        .findFirst();
  }

  /** Spark gives each file a name that no other write uses. */
  private Optional<String> witness(String path) throws IOException {
    List<Child> children = files.children(staging + path);
    Optional<String> file =
        children.stream()
            .filter(child -> !child.isDirectory() && !child.name().startsWith("."))
            .filter(child -> !isMark(child))
            .map(child -> path + "/" + child.name())
            .findFirst();
    if (file.isPresent()) {
      return file;
    }
    for (Child child : children) {
      if (child.isDirectory()) {
        Optional<String> deeper = witness(path + "/" + child.name());
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }
}
