package dev.sluice.io;

import static org.apache.spark.sql.functions.col;

import dev.sluice.plan.RecordType;
import dev.sluice.spark.RecordSchemas;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Gives data that differs from a record in harmless ways the record's columns and types. */
final class Conform {

  private Conform() {}

  /** The record's columns in its order; a column of exactly the right type is left untouched. */
  static Dataset<Row> toRecord(Dataset<Row> data, RecordType record) {
    StructType actual = data.schema();
    Column[] columns =
        record.components().stream()
            .map(
                c -> {
                  StructField found = field(actual, c.column());
                  Column column = col("`" + found.name().replace("`", "``") + "`");
                  DataType type = RecordSchemas.of(c.logicalType());
                  boolean same = found.dataType().catalogString().equals(type.catalogString());
                  return (same ? column : column.cast(type)).as(c.column());
                })
            .toArray(Column[]::new);
    return data.select(columns);
  }

  private static StructField field(StructType schema, String column) {
    return Arrays.stream(schema.fields())
        .filter(f -> f.name().equals(column))
        .findFirst()
        .or(
            () ->
                Arrays.stream(schema.fields())
                    .filter(f -> f.name().equalsIgnoreCase(column))
                    .findFirst())
        .orElseThrow();
  }
}
