package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SortKey;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
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
    return of(rows, record, new Dedupe(keys, keepFirstBy), repeatable);
  }

  /** The same, of as many rows for each key as the verb says. */
  static Dataset<Row> of(
      Dataset<Row> rows, RecordType record, Dedupe verb, boolean repeatable) {
    ExprCompiler compiler = ExprCompiler.over(record);
    List<ExprNode> keys = verb.keys();
    List<SortKey> keepFirstBy = verb.keepFirstBy();
    if (rows.isStreaming()) {
      // keys are remembered as long as a row may be late, not for ever
      return byName(rows, keys, compiler, Dataset::dropDuplicatesWithinWatermark);
    }
    if (keepFirstBy.isEmpty() && !repeatable) {
      return byName(rows, keys, compiler, Dataset::dropDuplicates);
    }
    Column[] columns = compiler.columns(keys).toArray(Column[]::new);
    Stream<Column> order = Arrays.stream(compiler.sortColumns(keepFirstBy));
    Stream<Column> all = repeatable ? Stream.concat(order, Stream.of(hash(record))) : order;
    return first(verb.rows().orElse(1), rows, columns, all.toArray(Column[]::new));
  }

  /** Spark compares columns by their names; a key that is computed has none until it is a column. */
  private static Dataset<Row> byName(
      Dataset<Row> rows,
      List<ExprNode> keys,
      ExprCompiler compiler,
      BiFunction<Dataset<Row>, String[], Dataset<Row>> deduplication) {
    Dataset<Row> named = rows;
    String[] names = new String[keys.size()];
    List<String> computed = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      names[i] = compiler.nameOf(keys.get(i)).orElse("__key" + i);
      if (compiler.nameOf(keys.get(i)).isEmpty()) {
        named = named.withColumn(names[i], compiler.column(keys.get(i)));
        computed.add(names[i]);
      }
    }
    Dataset<Row> kept = deduplication.apply(named, names);
    return computed.isEmpty() ? kept : kept.drop(computed.toArray(String[]::new));
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

  private static Dataset<Row> first(
      int most, Dataset<Row> rows, Column[] keys, Column[] order) {
    Column position = functions.col(POSITION);
    return rows.withColumn(POSITION, position(keys, order))
        .filter(most == 1 ? position.equalTo(1) : position.leq(most))
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
