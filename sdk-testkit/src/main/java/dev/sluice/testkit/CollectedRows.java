package dev.sluice.testkit;

import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Rows under test, computed when they are first asked for, and once.
 *
 * @param <T> the record
 */
final class CollectedRows<T extends Record> {

  private final String description;
  private final RecordType record;
  private final Supplier<List<T>> compute;
  private final BooleanSupplier sorted;
  private Optional<List<T>> rows = Optional.empty();

  /**
   * @param sorted whether the order of the rows means something
   */
  CollectedRows(
      String description, RecordType record, Supplier<List<T>> compute, BooleanSupplier sorted) {
    this.sorted = sorted;
    this.description = description;
    this.record = record;
    this.compute = compute;
  }

  /** Whether the order of the rows means something. */
  boolean isSorted() {
    return sorted.getAsBoolean();
  }

  String description() {
    return description;
  }

  RecordType record() {
    return record;
  }

  synchronized List<T> rows() {
    BegunAssertions.looked(this);
    if (rows.isEmpty()) {
      rows = Optional.of(List.copyOf(compute.get()));
    }
    return rows.get();
  }
}
