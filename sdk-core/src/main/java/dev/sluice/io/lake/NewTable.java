package dev.sluice.io.lake;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Statements that make tables and columns for a record. */
final class NewTable {

  private NewTable() {}

  /** A table that has just the columns of the record; a primitive is never NULL there. */
  static String sql(LakeFormat format, LakeName name, RecordType record, List<String> partitions) {
    return "CREATE TABLE IF NOT EXISTS %s (%s) USING %s%s%s"
        .formatted(
            name.sql(),
            record.components().stream()
                .map(c -> column(c) + (c.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", ")),
            format.word(),
            partitions.isEmpty()
                ? ""
                : " PARTITIONED BY (%s)"
                    .formatted(
                        partitions.stream().map(Columns::quoted)
                            .collect(Collectors.joining(", "))),
            format.properties(record));
  }

  /** Further columns, which are NULL in the rows that are there. */
  static String addingColumns(LakeName name, List<RecordComponentType> components) {
    return "ALTER TABLE %s ADD COLUMNS (%s)"
        .formatted(
            name.sql(),
            components.stream().map(NewTable::column).collect(Collectors.joining(", ")));
  }

  private static String column(RecordComponentType component) {
    return "%s %s"
        .formatted(
            Columns.quoted(component.column()),
            nullable(RecordSchemas.of(component.logicalType())).sql());
  }

  /** Table formats know no NOT NULL within lists and maps. */
  private static DataType nullable(DataType type) {
    if (type instanceof StructType struct) {
      StructType changed = new StructType();
      for (StructField field : struct.fields()) {
        changed = changed.add(field.name(), nullable(field.dataType()), true);
      }
      return changed;
    } else if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(nullable(array.elementType()), true);
    } else if (type instanceof MapType map) {
      return DataTypes.createMapType(nullable(map.keyType()), nullable(map.valueType()), true);
    }
    return type;
  }
}
