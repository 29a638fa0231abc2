package dev.sluice.testkit;

import dev.sluice.plan.RecordType;
import java.util.List;
import java.util.Optional;
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
  private Optional<List<T>> rows = Optional.empty();

  CollectedRows(String description, RecordType record, Supplier<List<T>> compute) {
    this.description = description;
    this.record = record;
    this.compute = compute;
  }

  String description() {
    return description;
  }

  RecordType record() {
    return record;
  }

  synchronized List<T> rows() {
    if (rows.isEmpty()) {
      rows = Optional.of(List.copyOf(compute.get()));
    }
    return rows.get();
  }
}
