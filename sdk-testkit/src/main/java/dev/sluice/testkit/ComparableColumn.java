package dev.sluice.testkit;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns in a form that Spark can compare: it does not compare maps, however deep they are. */
final class ComparableColumn {

  private ComparableColumn() {}

  /** The column with each map as a list of its entries, in an order of its own. */
  static Column of(Column column, ColumnType type) {
    if (!holdsMap(type)) {
      return column;
    } else if (type instanceof ColumnType.MapOf map) {
      return functions.array_sort(
          functions.transform(
              functions.map_entries(column),
              entry -> functions.struct(
                  of(entry.getField("key"), map.key()).as("key"),
                  of(entry.getField("value"), map.value()).as("value"))));
    } else if (type instanceof ColumnType.ListOf list) {
      return functions.transform(column, element -> of(element, list.element()));
    }
    Column[] fields =
        ((ColumnType.Struct) type)
            .recordType().components().stream()
            .map(c -> of(column.getField(c.column()), c.logicalType()).as(c.column()))
            .toArray(Column[]::new);
    return functions.when(column.isNotNull(), functions.struct(fields));
  }

  private static boolean holdsMap(ColumnType type) {
    if (type instanceof ColumnType.ListOf list) {
      return holdsMap(list.element());
    } else if (type instanceof ColumnType.Struct struct) {
      return struct.recordType().components().stream()
          .map(RecordComponentType::logicalType)
          .anyMatch(ComparableColumn::holdsMap);
    }
    return type instanceof ColumnType.MapOf;
  }
}
