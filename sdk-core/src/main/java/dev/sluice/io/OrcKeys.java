package dev.sluice.io;

import dev.sluice.plan.ColumnType;
import dev.sluice.plan.ColumnType.ListOf;
import dev.sluice.plan.ColumnType.MapOf;
import dev.sluice.plan.ColumnType.Scalar;
import dev.sluice.plan.ColumnType.Struct;
import dev.sluice.plan.RecordType;
import java.util.List;

/**
 * Maps by days in ORC files. Spark's writer keeps one entry of such a map and drops the others, in
 * silence.
 */
final class OrcKeys {

  private OrcKeys() {}

  /** A sentence for each column whose maps would lose entries; empty if none. */
  static List<String> problems(String format, RecordType record) {
    if (!format.equalsIgnoreCase("orc")) {
      return List.of();
    }
    return record.components().stream()
        .filter(c -> hasMapByDay(c.logicalType()))
        .map(
            c ->
                "%s.%s has a map whose keys are dates, of which ORC would keep one entry alone: use Parquet, or a list of records"
                    .formatted(record.simpleName(), c.name()))
        .toList();
  }

  private static boolean hasMapByDay(ColumnType type) {
    if (type instanceof MapOf map) {
      return hasDay(map.key()) || hasMapByDay(map.value());
    } else if (type instanceof ListOf list) {
      return hasMapByDay(list.element());
    }
    return type instanceof Struct struct
        && struct.recordType().components().stream().anyMatch(c -> hasMapByDay(c.logicalType()));
  }

  private static boolean hasDay(ColumnType key) {
    if (key instanceof ListOf list) {
      return hasDay(list.element());
    } else if (key instanceof Struct struct) {
      return struct.recordType().components().stream().anyMatch(c -> hasDay(c.logicalType()));
    }
    return key == Scalar.DATE;
  }
}
