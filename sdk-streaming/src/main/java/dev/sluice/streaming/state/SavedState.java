package dev.sluice.streaming.state;

import dev.sluice.connect.BoundedSource;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
 * <p>Other stages remember something too, but what Spark keeps of them has no columns of the pipeline:
 * two numbers for an average, rows in parts for a join. A checkpoint with nothing else is refused.
 *
 * @param <T> the record each row is
 */
public final class SavedState<T extends Record> implements BoundedSource<T> {

  private static final String OPERATOR = "transformWithStateExec";

  /** The code of a checkpoint that keeps nothing that could be read. */
  private static final String NO_FUNCTION = "CKPT-014";

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
            .option("operatorId", function(spark))
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

  /** What nobody would have to run to find out: which state is there, and whether it can be read. */
  @Override
  public List<String> check(SparkSession spark) {
    return doubt(operators(spark)).stream().toList();
  }

  private long function(SparkSession spark) {
    Map<Long, String> operators = operators(spark);
    doubt(operators).ifPresent(
        doubt -> {
          throw new IllegalStateException(doubt);
        });
    return operator.orElseGet(() -> functions(operators).get(0));
  }

  /** Why it is not clear which function is meant, or that there is none; empty if there is one. */
  private Optional<String> doubt(Map<Long, String> operators) {
    List<Long> functions = functions(operators);
    if (operator.isPresent() ? functions.contains(operator.getAsLong()) : functions.size() == 1) {
      return Optional.empty();
    }
    if (functions.isEmpty() || operator.isPresent()) {
      return Optional.of(
          "%s: %s has no function with state%s: it keeps %s. Of groups, windows, joins and removed duplicates Spark keeps numbers on the way to a result, in no columns of the pipeline: look at them with spark.read().format(\"statestore\"), or write the stage as a function with state"
              .formatted(
                  NO_FUNCTION,
                  description(),
                  operator.isPresent() ? " of number " + operator.getAsLong() : "",
                  operators.isEmpty() ? "nothing" : operators));
    }
    return Optional.of(
        "%s has %d functions with state: say which with operator(…), one of %s"
            .formatted(description(), functions.size(), functions));
  }

  private static List<Long> functions(Map<Long, String> operators) {
    return operators.keySet().stream()
        .filter(id -> operators.get(id).equals(OPERATOR))
        .toList();
  }

  /** Spark's names of all that is kept, by number. */
  private Map<Long, String> operators(SparkSession spark) {
    Map<Long, String> operators = new TreeMap<>();
    spark
        .read()
        .format("state-metadata")
        .load(checkpoint)
        .select("operatorId", "operatorName")
        .collectAsList()
        .forEach(row -> operators.put(row.getLong(0), row.getString(1)));
    return operators;
  }

  @Override
  public String toString() {
    return description();
  }
}
