package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SortKey;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Keeps one row for each key. */
final class Deduplication {

  private static final String POSITION = "__position";

  private Deduplication() {}

  /**
   * The first row by the order, or any if there is no order.
   *
   * @param repeatable whether it must be the same row each time the query is computed, though the
   *     order in which rows come differs: then, where the order does not decide, the rows' own
   *     values do
   */
  static Dataset<Row> of(
      Dataset<Row> rows,
      RecordType record,
      List<ExprNode> keys,
      List<SortKey> keepFirstBy,
      boolean repeatable) {
    ExprCompiler compiler = ExprCompiler.over(record);
    if (rows.isStreaming()) {
      // keys are remembered as long as a row may be late, not for ever
      return rows.dropDuplicatesWithinWatermark(names(keys, compiler));
    }
    if (keepFirstBy.isEmpty() && !repeatable) {
      return rows.dropDuplicates(names(keys, compiler));
    }
    Column[] columns = compiler.columns(keys).toArray(Column[]::new);
    Stream<Column> order = Arrays.stream(compiler.sortColumns(keepFirstBy));
    Stream<Column> all = repeatable ? Stream.concat(order, Stream.of(hash(record))) : order;
    return first(rows, columns, all.toArray(Column[]::new));
  }

  private static String[] names(List<ExprNode> keys, ExprCompiler compiler) {
    return keys.stream().map(key -> compiler.nameOf(key).orElseThrow()).toArray(String[]::new);
  }

  /**
   * The first row by the order, repeatably, of the rows for which a condition is true; those for
   * which it is not are no duplicates of any, and stay.
   */
  static Dataset<Row> among(
      Column condition,
      Dataset<Row> rows,
      RecordType record,
      List<ExprNode> keys,
      List<SortKey> keepFirstBy) {
    ExprCompiler compiler = ExprCompiler.over(record);
    Column[] columns =
        Stream.concat(compiler.columns(keys).stream(), Stream.of(condition)).toArray(Column[]::new);
    Column[] order =
        Stream.concat(Arrays.stream(compiler.sortColumns(keepFirstBy)), Stream.of(hash(record)))
            .toArray(Column[]::new);
    return rows.withColumn(POSITION, position(columns, order))
        .filter(functions.col(POSITION).equalTo(1).or(functions.not(condition)))
        .drop(POSITION);
  }

  private static Dataset<Row> first(Dataset<Row> rows, Column[] keys, Column[] order) {
    return rows.withColumn(POSITION, position(keys, order))
        .filter(functions.col(POSITION).equalTo(1))
        .drop(POSITION);
  }

  private static Column position(Column[] keys, Column[] order) {
    return functions.row_number().over(Window.partitionBy(keys).orderBy(order));
  }

  private static Column hash(RecordType record) {
    return functions.xxhash64(
        Arrays.stream(RecordSchemas.of(record).fields())
            .map(Deduplication::hashable)
            .toArray(Column[]::new));
  }

  /** Spark has no hash of a map. */
  private static Column hashable(StructField field) {
    Column column = Columns.named(field.name());
    return hasMap(field.dataType()) ? functions.to_json(column) : column;
  }

  private static boolean hasMap(DataType type) {
    return type instanceof MapType
        || (type instanceof ArrayType list && hasMap(list.elementType()))
        || (type instanceof StructType struct
            && Arrays.stream(struct.fields()).anyMatch(field -> hasMap(field.dataType())));
  }
}
