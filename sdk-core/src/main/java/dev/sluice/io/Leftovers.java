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
        for (String staging : stagings()) {
          finish(staging);
          if (remove) {
            storage.delete(staging);
            storage.delete(staging + Replacement.OLD);
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

  private void finish(String staging) throws IOException {
    if (storage.exists(staging + Replacement.PARTS)) {
      Replacement.resume(storage, target, staging).continuePartitions();
    } else if (storage.exists(staging + Replacement.OLD) && !storage.exists(target)) {
      storage.rename(storage.exists(staging) ? staging : staging + Replacement.OLD, target);
    }
  }
}
