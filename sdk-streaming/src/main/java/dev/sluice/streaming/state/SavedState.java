package dev.sluice.streaming.state;

import dev.sluice.connect.BoundedSource;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a function with state has kept, as a source: a row for each key, to look into a stream that
 * does not do what it should. It reads the checkpoint as the last finished epoch left it, also while
 * the stream runs.
 *
 * <pre>{@code
 * record OpenOf(String user, Instant from, long clicks) {}   // the key, and components of the state
 *
 * p.source("open", SavedState.of(OpenOf.class, "/data/checkpoints/clicks/stream"))
 * }</pre>
 *
 * <p>Columns are those of the key, named as where the rows came from, and those of the record that is
 * kept; the source's record names some of them, in any order.
 *
 * @param <T> the record each row is
 */
public final class SavedState<T extends Record> implements BoundedSource<T> {

  private static final String OPERATOR = "transformWithStateExec";

  private final Class<T> type;
  private final String checkpoint;
  private final OptionalLong operator;

  private SavedState(Class<T> type, String checkpoint, OptionalLong operator) {
    this.type = type;
    this.checkpoint = checkpoint;
    this.operator = operator;
  }

  /**
   * The state of the only such function of a query.
   *
   * @param type the record each row is
   * @param checkpoint the directory of one query: {@code <checkpoints>/<pipeline>/stream}, or {@code
   *     …/sinks/<sink>}
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> SavedState<T> of(Class<T> type, String checkpoint) {
    RecordType.of(type).requireValid();
    return new SavedState<>(type, checkpoint, OptionalLong.empty());
  }

  /**
   * The state of one of several functions.
   *
   * @param id its number in the query, which the error names if it is left out
   */
  public SavedState<T> operator(long id) {
    return new SavedState<>(type, checkpoint, OptionalLong.of(id));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "saved state " + checkpoint;
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    Dataset<Row> stored =
        spark
            .read()
            .format("statestore")
            .option("operatorId", operator.orElseGet(() -> onlyOperator(spark)))
            .option("stateVarName", KeyedProcessor.KEPT)
            .load(checkpoint);
    StructType key = (StructType) stored.schema().apply("key").dataType();
    StructType value = (StructType) stored.schema().apply("value").dataType();
    StructType state = (StructType) value.apply("state").dataType();
    List<Column> columns = new ArrayList<>();
    for (RecordComponentType component : RecordType.of(type).components()) {
      String from =
          List.of(key.fieldNames()).contains(component.column()) ? "key" : "value.state";
      requireColumn(component, key, state);
      columns.add(
          functions.col(from).getField(component.column())
              .cast(RecordSchemas.of(component.logicalType()))
              .as(component.column()));
    }
    return stored
        .filter(functions.col("value.state").isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  private void requireColumn(RecordComponentType component, StructType key, StructType state) {
    List<String> known = new ArrayList<>(Arrays.asList(key.fieldNames()));
    known.addAll(Arrays.stream(state.fields()).map(StructField::name).toList());
    if (!known.contains(component.column())) {
      throw new IllegalStateException(
          "%s has no \"%s\": it has %s".formatted(description(), component.column(), known));
    }
  }

  private long onlyOperator(SparkSession spark) {
    List<Long> ids =
        spark
            .read()
            .format("state-metadata")
            .load(checkpoint)
            .filter(functions.col("operatorName").equalTo(OPERATOR))
            .select("operatorId")
            .distinct()
            .orderBy("operatorId")
            .collectAsList().stream()
            .map(row -> row.getLong(0))
            .toList();
    if (ids.size() != 1) {
      throw new IllegalStateException(
          "%s has %s functions with state%s"
              .formatted(
                  description(),
                  ids.isEmpty() ? "no" : ids.size(),
                  ids.isEmpty() ? "" : ": say which with operator(…), one of " + ids));
    }
    return ids.get(0);
  }

  @Override
  public String toString() {
    return description();
  }
}
