package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Gives data that differs from a record in harmless ways the record's columns, in its order and of
 * its types, also in nested records, lists and maps. Columns are found by name, ignoring case if
 * there is none of exactly the name. Whether a value can be NULL does not count. A column that fits
 * already is left untouched, so Spark's optimizer sees nothing of all this.
 */
public final class RecordShape {

  private RecordShape() {}

  /**
   * The rows as those of the record.
   *
   * @param rows data that {@link RecordSchemas#differences} finds readable
   * @param record the record
   * @return the record's columns alone, in the order of its components
   */
  public static Dataset<Row> of(Dataset<Row> rows, RecordType record) {
    StructType actual = rows.schema();
    return rows.select(
        record.components().stream()
            .map(
                component -> {
                  StructField field = field(actual, component.column());
                  return named(Columns.named(field.name()), field, component);
                })
            .toArray(Column[]::new));
  }

  /** An alias where the column has it already would be a column of its own to Spark's analyzer. */
  private static Column named(Column value, StructField field, RecordComponentType component) {
    boolean fits = fits(field.dataType(), component.logicalType());
    return fits && field.name().equals(component.column())
        ? value
        : shaped(value, field.dataType(), component.logicalType()).as(component.column());
  }

  private static Column shaped(Column value, DataType actual, ColumnType expected) {
    if (fits(actual, expected)) {
      return value;
    } else if (expected instanceof Struct struct && actual instanceof StructType fields) {
      Column shaped = functions.struct(components(value, fields, struct.recordType()));
      return functions.when(value.isNotNull(), shaped);
    } else if (expected instanceof ListOf list && actual instanceof ArrayType array) {
      return functions.transform(value, e -> shaped(e, array.elementType(), list.element()));
    } else if (expected instanceof MapOf map && actual instanceof MapType entries) {
      Column keys =
          functions.transform_keys(value, (k, v) -> shaped(k, entries.keyType(), map.key()));
      return functions.transform_values(
          keys, (k, v) -> shaped(v, entries.valueType(), map.value()));
    }
    return value.cast(RecordSchemas.of(expected));
  }

  private static Column[] components(Column value, StructType actual, RecordType record) {
    List<RecordComponentType> components = record.components();
    return components.stream()
        .map(
            component -> {
              StructField field = field(actual, component.column());
              return shaped(value.getField(field.name()), field.dataType(), component.logicalType())
                  .as(component.column());
            })
        .toArray(Column[]::new);
  }

  /** Names, order and types are the same at all depths. */
  private static boolean fits(DataType actual, ColumnType expected) {
    return actual.catalogString().equals(RecordSchemas.of(expected).catalogString());
  }

  private static StructField field(StructType schema, String column) {
    return Arrays.stream(schema.fields())
        .filter(f -> f.name().equals(column))
        .findFirst()
        .or(
            () -> Arrays.stream(schema.fields())
                .filter(f -> f.name().equalsIgnoreCase(column))
                .findFirst())
        .orElseThrow();
  }
}
