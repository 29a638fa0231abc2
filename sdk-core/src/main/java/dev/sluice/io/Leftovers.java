package dev.sluice.io;

import dev.sluice.spark.Storage;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What killed runs left beside a target. A reader finishes a replacement that was under way; a
 * writer also removes the rest. Directories of a process that lives are not touched.
 */
final class Leftovers {

  /** Two processes may settle the same thing; what one has done, the other finds done next time. */
  private static final int ATTEMPTS = 3;

  private final Storage storage;
  private final String target;

  Leftovers(Storage storage, String target) {
    this.storage = storage;
    this.target = target;
  }

  /** Finishes what a killed process had begun to put in the target's place. */
  void finish() throws IOException {
    settle(false);
  }

  /** Finishes, then removes staging directories and replaced data. */
  void clear() throws IOException {
    settle(true);
  }

  private void settle(boolean remove) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Set<String> stagings = stagings();
        restoreTarget(stagings);
        for (String staging : stagings) {
          Replacement replacement = Replacement.resume(storage, target, staging);
          if (storage.exists(staging + Replacement.PARTS)) {
            replacement.continuePartitions();
          }
          if (remove) {
            replacement.clear();
          }
        }
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** The staging directories of processes that are gone, without endings. */
  private Set<String> stagings() throws IOException {
    String prefix = Replacement.stagingPrefix(target);
    int name = prefix.lastIndexOf('/') + 1;
    Set<String> found = new TreeSet<>();
    for (String each : storage.names(prefix.substring(0, name))) {
      if (each.startsWith(prefix.substring(name))) {
        String id = each.substring(prefix.length() - name).split("\\.", 2)[0];
        String path = prefix.substring(0, name) + each;
        if (WriterId.parse(id).isPresent()
            && WriterId.parse(id).get().isOver(storage.modified(path))) {
          found.add(prefix + id);
        }
      }
    }
    return found;
  }

  /**
   * Puts back what has no target any more. Several killed processes may have left something old;
   * only the one that died between its two renames has its new data beside it. Without such a one
   * the newest of the old is the last that was the target.
   */
  private void restoreTarget(Set<String> stagings) throws IOException {
    if (storage.exists(target)) {
      return;
    }
    String newest = null;
    for (String staging : stagings) {
      String old = staging + Replacement.OLD;
      // Beside partitions that wait there are only other partitions, not a whole target.
      if (storage.exists(old) && !storage.exists(staging + Replacement.PARTS)) {
        if (storage.exists(staging)) {
          storage.rename(staging, target);
          return;
        }
        if (newest == null || storage.modified(old).isAfter(storage.modified(newest))) {
          newest = old;
        }
      }
    }
    if (newest != null) {
      storage.rename(newest, target);
    }
  }
}
