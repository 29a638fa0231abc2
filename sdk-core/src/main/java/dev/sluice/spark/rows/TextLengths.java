package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.DeclaredColumns;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;

/**
 * Texts that go into columns of limited length. Spark refuses one that is too long, but not if
 * blanks alone are: those it cuts off without a word.
 */
final class TextLengths {

  private TextLengths() {}

  /** The rows, which fail at the first text that is longer than its column, with its blanks. */
  static Dataset<Row> kept(Dataset<Row> rows, StructType table, RecordType record) {
    Dataset<Row> kept = rows;
    for (RecordComponentType component : record.components()) {
      Optional<Integer> limit = limit(table, component);
      if (limit.isPresent()) {
        Column text = Columns.named(component);
        kept =
            FailingRow.unless(
                text.isNull().or(functions.length(text).leq(limit.get())),
                functions.lit(
                    "a text of %s is longer than the %d characters of column \"%s\": shorten it in the pipeline, or make the column longer"
                        .formatted(
                            SchemaComparison.inRecord(record, component),
                            limit.get(),
                            component.column())),
                kept);
      }
    }
    return kept;
  }

  /** Whether a column's limit is no problem, as each text is looked at when it is written. */
  static boolean areLookedAt(RecordComponentType component, DataType column) {
    return component.logicalType() == Scalar.STRING && column instanceof VarcharType;
  }

  private static Optional<Integer> limit(StructType table, RecordComponentType component) {
    return SchemaComparison.find(DeclaredColumns.of(table), component.column())
        .map(StructField::dataType)
        .filter(column -> areLookedAt(component, column))
        .map(column -> ((VarcharType) column).length());
  }
}
