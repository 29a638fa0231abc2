package dev.sluice.io.file;

import java.util.List;

/**
 * What a replacement is about to rename, written down before it renames anything, so that all of it
 * can be undone.
 *
 * @param entries the entries, in the order of renaming
 */
record Journal(List<Entry> entries) {

  /**
   * A file or directory that is put into the target.
   *
   * @param path its path below the target, such as {@code /year=2024/month=1}; empty for the target
   *     itself
   * @param witness the path below it of a file that only this replacement has; empty for itself
   */
  record Entry(String path, String witness) {}

  /** The text of the journal's file, a line for each entry. */
  String text() {
    StringBuilder text = new StringBuilder();
    entries.forEach(e -> text.append(e.path()).append('\t').append(e.witness()).append('\n'));
    return text.toString();
  }

  static Journal parse(String text) {
    return new Journal(
        text.lines()
            .map(line -> line.split("\t", -1))
            .map(fields -> new Entry(fields[0], fields[1]))
            .toList());
  }
}
