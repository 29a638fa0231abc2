package dev.sluice.io;

import dev.sluice.spark.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a directory of new data in the place of an old one, so that a process killed at any moment
 * leaves the old or the new, whole.
 *
 * <p>The new data is written to a hidden directory beside the target, {@code .name.sluice-id}. When
 * it is complete:
 *
 * <ol>
 *   <li>the target is renamed to {@code .name.sluice-id.old};
 *   <li>the staging directory is renamed to the target;
 *   <li>the old one is removed, first by name ({@code .name.sluice-id.gone}), then its files: a
 *       directory called {@code .old} is whole for as long as it is there.
 * </ol>
 *
 * <p>Only between the first and the second step, two renames in a row, is there no target. A
 * process killed just there leaves {@code .old} and the complete staging directory, and {@link
 * Leftovers} does the second step for it.
 *
 * <p>Partitions are replaced in the same way, one after the other. Before the first of them the
 * staging directory is renamed to {@code .name.sluice-id.parts}, which says that it is complete;
 * who finds that of a killed process goes on with the partitions that are still in it.
 */
final class Replacement {

  static final String MARK = ".sluice-";
  static final String OLD = ".old";
  static final String PARTS = ".parts";

  /** What is being removed; part of it may be gone already, so that nobody may put it anywhere. */
  static final String GONE = ".gone";

  /** Two runs that replace one target at the same moment meet; each then tries again. */
  private static final int ATTEMPTS = 5;

  private final Storage storage;
  private final String target;
  private final String staging;

  private Replacement(Storage storage, String target, String staging) {
    this.storage = storage;
    this.target = target;
    this.staging = staging;
  }

  static Replacement of(Storage storage, String target) {
    return new Replacement(storage, target, stagingPrefix(target) + WriterId.create());
  }

  /** Takes up what a killed process left, by the path of its staging directory without ending. */
  static Replacement resume(Storage storage, String target, String staging) {
    return new Replacement(storage, target, staging);
  }

  static String stagingPrefix(String target) {
    int slash = target.lastIndexOf('/');
    return target.substring(0, slash + 1) + "." + target.substring(slash + 1) + MARK;
  }

  /** Where the new data is to be written. */
  String staging() {
    return staging;
  }

  /** Puts the staging directory in the place of the target. */
  void replaceAll() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (storage.exists(target)) {
          remove(staging + OLD);
          storage.rename(target, staging + OLD);
        }
        storage.rename(staging, target);
        break;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !storage.exists(staging)) {
          restore(e);
          throw e;
        }
      }
    }
    remove(staging + OLD);
  }

  /** Gives the target its old content back if the new one could not be put there. */
  private void restore(IOException failure) {
    try {
      if (!storage.exists(target) && storage.exists(staging + OLD)) {
        storage.rename(staging + OLD, target);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Puts the staging directory where there must be no target yet. */
  void create() throws IOException {
    storage.rename(staging, target);
  }

  /** Puts each partition of the staging directory in the place of the target's one. */
  void replacePartitions() throws IOException {
    storage.rename(staging, staging + PARTS);
    continuePartitions();
  }

  /**
   * The rest of {@link #replacePartitions}: what is still in the staging directory is not yet in
   * the target.
   */
  void continuePartitions() throws IOException {
    String parts = staging + PARTS;
    for (String partition : partitions(parts, "")) {
      if (storage.exists(target + partition)) {
        String old = staging + OLD + partition;
        storage.delete(old);
        storage.createDirectories(parent(old));
        storage.rename(target + partition, old);
      } else {
        storage.createDirectories(parent(target + partition));
      }
      storage.rename(parts + partition, target + partition);
    }
    storage.delete(staging + OLD);
    storage.delete(parts);
  }

  /** The directories that hold files: {@code /year=2024/month=1}. */
  private List<String> partitions(String root, String below) throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : storage.names(root + below)) {
      if (name.contains("=") && storage.isDirectory(root + below + "/" + name)) {
        List<String> deeper = partitions(root, below + "/" + name);
        found.addAll(deeper.isEmpty() ? List.of(below + "/" + name) : deeper);
      }
    }
    return found;
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** Removes the staging directory of a write that failed. */
  void discard() throws IOException {
    remove(staging);
  }

  /** Removes all that is left of it. The target must be whole. */
  void clear() throws IOException {
    remove(staging + OLD);
    remove(staging);
  }

  private void remove(String whole) throws IOException {
    storage.delete(staging + GONE);
    if (storage.exists(whole)) {
      storage.rename(whole, staging + GONE);
      storage.delete(staging + GONE);
    }
  }
}
