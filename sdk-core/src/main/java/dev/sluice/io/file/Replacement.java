package dev.sluice.io.file;

import dev.sluice.io.file.Journal.Entry;
import dev.sluice.spark.files.Directories;
import java.io.IOException;
import java.util.List;

/**
 * Puts what is staged into a target, or takes all of it out again.
 *
 * <p>An entry's old data is renamed to the workspace, then its new data from there to the target.
 * So each of the two is at any moment in one place, whole, and where it is says how far the
 * replacement came: {@link #undo} asks nothing else. It may itself be stopped and begun again.
 */
final class Replacement {

  private final Directories files;
  private final String target;
  private final String staging;
  private final String old;

  Replacement(Directories files, String target, String staging, String old) {
    this.files = files;
    this.target = target;
    this.staging = staging;
    this.old = old;
  }

  void apply(Journal journal) throws IOException {
    for (Entry entry : journal.entries()) {
      String place = target + entry.path();
      if (files.exists(place)) {
        files.copyAccess(place, staging + entry.path());
        files.createDirectories(parent(old + entry.path()));
        files.rename(place, old + entry.path());
      } else {
        files.createDirectories(parent(place));
      }
      files.rename(staging + entry.path(), place);
    }
  }

  void undo(Journal journal) throws IOException {
    List<Entry> entries = journal.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      undo(entries.get(i));
    }
  }

  private void undo(Entry entry) throws IOException {
    String place = target + entry.path();
    // Without its witness the place has been given other data since, by someone who knows nothing
    // of this protocol; that is newer and stays.
    if (!files.exists(staging + entry.path()) && files.exists(place + entry.witness())) {
      files.rename(place, staging + entry.path());
    }
    if (files.exists(old + entry.path()) && !files.exists(place)) {
      files.createDirectories(parent(place));
      files.rename(old + entry.path(), place);
    }
    for (String above = parent(place); above.length() > target.length(); above = parent(above)) {
      files.deleteIfEmpty(above);
    }
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
