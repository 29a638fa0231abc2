package dev.sluice.io.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * What it takes to put rows in the place of those of the same key. Names are quoted already.
 *
 * @param table the target
 * @param columns all columns that are written
 * @param key those that are the key
 * @param newer the column that must be larger than that of the row in place; empty if it does not
 *     matter
 */
record Upsert(String table, List<String> columns, List<String> key, Optional<String> newer) {

  /** The columns that a row takes over. */
  List<String> others() {
    return columns.stream().filter(column -> !key.contains(column)).toList();
  }
}
