package dev.sluice.samples.mutations;

import java.util.List;

/**
 * The table of changed cells in a failure.
 *
 * @param failure the text
 * @param names the columns that say which row it is
 */
record ChangedTable(String failure, List<String> names) {

  /** Whether it shows this cell, as the first of its row. */
  boolean has(List<String> row, String field, String expected, String actual) {
    String header = line(names, "column", "expected", "actual");
    String cell = line(row, field, expected, actual);
    return failure
        .lines()
        .map(ChangedTable::squeezed)
        .dropWhile(line -> !line.equals(header))
        .anyMatch(line -> line.equals(cell));
  }

  private static String line(List<String> row, String... cells) {
    return squeezed(String.join(" ", row) + " " + String.join(" ", cells));
  }

  private static String squeezed(String line) {
    return line.strip().replaceAll(" +", " ");
  }
}
