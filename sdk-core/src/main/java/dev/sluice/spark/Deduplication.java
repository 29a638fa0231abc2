package dev.sluice.spark;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SortKey;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Keeps one row for each key. */
final class Deduplication {

  private static final String POSITION = "__position";

  private Deduplication() {}

  static Dataset<Row> of(
      Dataset<Row> rows, ExprCompiler compiler, List<ExprNode> keys, List<SortKey> keepFirstBy) {
    Column[] columns = compiler.columns(keys).toArray(Column[]::new);
    if (keepFirstBy.isEmpty()) {
      return rows.dropDuplicates(names(rows, columns));
    }
    Column position =
        functions
            .row_number()
            .over(Window.partitionBy(columns).orderBy(compiler.sortColumns(keepFirstBy)));
    return rows.withColumn(POSITION, position)
        .filter(functions.col(POSITION).equalTo(1))
        .drop(POSITION);
  }

  /** Spark takes names here; a selection without rows says them without another way to quote. */
  private static String[] names(Dataset<Row> rows, Column[] columns) {
    return rows.select(columns).columns();
  }
}
