package dev.sluice.io.jdbc;

import java.util.Optional;

/**
 * How rows are read.
 *
 * @param fetchSize rows that are fetched together
 * @param column the component by whose values the rows are divided; empty for one task, or the key
 * @param byKey whether the rows are divided by the table's key
 * @param partitions into how many parts
 * @param bounds the smallest and the largest value, between which the parts are cut; looked up if
 *     they are not given
 */
record Reading(
    int fetchSize,
    Optional<String> column,
    boolean byKey,
    int partitions,
    Optional<Bounds> bounds) {

  static final Reading DEFAULT = new Reading(1_000, Optional.empty(), false, 1, Optional.empty());

  /**
   * Values as Spark's reader takes them.
   *
   * @param lower the first part has all that is below as well
   * @param upper the last part has all that is above as well
   */
  record Bounds(String lower, String upper) {}

  Reading fetchSize(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("a fetch size is 0 or more, not " + rows);
    }
    return new Reading(rows, column, byKey, partitions, bounds);
  }

  Reading by(String component, int parts) {
    return divided(Optional.of(component), parts);
  }

  Reading byKey(int parts) {
    return divided(Optional.empty(), parts);
  }

  private Reading divided(Optional<String> by, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("rows are divided into 1 part or more, not " + parts);
    }
    return new Reading(fetchSize, by, by.isEmpty(), parts, Optional.empty());
  }

  boolean isDivided() {
    return byKey || column.isPresent();
  }

  Reading between(Object lower, Object upper) {
    if (column.isEmpty()) {
      throw new IllegalStateException("bounds need partitionedBy(…) before");
    }
    return new Reading(
        fetchSize,
        column,
        false,
        partitions,
        Optional.of(new Bounds(String.valueOf(lower), String.valueOf(upper))));
  }
}
