package dev.sluice.io.lake;

import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.FailingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Rows of which no two have the same key. {@code MERGE} fails for such rows only where the table has
 * the key already, and adds both of them where it has not; here neither happens. The rows are
 * shuffled by the key for it, as the join of a {@code MERGE} needs them anyway.
 */
final class OneRowPerKey {

  private static final String ROWS = "__rows_of_key";

  private OneRowPerKey() {}

  /**
   * The rows, which fail the job if two of them have the same key.
   *
   * @param description the sink
   * @param key the components
   */
  static Dataset<Row> of(
      String description, Dataset<Row> rows, RecordType record, List<String> key) {
    Column[] columns =
        key.stream()
            .map(component -> Columns.named(record.component(component).orElseThrow()))
            .toArray(Column[]::new);
    Dataset<Row> counted =
        rows.withColumn(
            ROWS, functions.count(functions.lit(1)).over(Window.partitionBy(columns)));
    return FailingRow.unless(
        functions.col(ROWS).leq(1), message(description, record, key), counted)
        .drop(ROWS);
  }

  private static Column message(String description, RecordType record, List<String> key) {
    List<Column> parts = new ArrayList<>();
    parts.add(functions.lit(description + ": "));
    parts.add(functions.col(ROWS).cast("string"));
    parts.add(functions.lit(" rows have the key"));
    for (String component : key) {
      parts.add(functions.lit(" %s = ".formatted(component)));
      parts.add(
          functions.coalesce(
              Columns.named(record.component(component).orElseThrow()).cast("string"),
              functions.lit("NULL")));
    }
    parts.add(
        functions.lit(
            ", and only one can be in its place: keep one of them before, such as with keepFirst(…).per(%s)"
                .formatted(
                    key.stream()
                        .map(component -> record.simpleName() + "::" + component)
                        .collect(Collectors.joining(", ")))));
    return functions.concat(parts.toArray(Column[]::new));
  }
}
