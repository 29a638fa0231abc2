package dev.sluice.io.lake;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import dev.sluice.spark.rows.SchemaDifference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of a table format as a source, and the way to it as a sink: saying what becomes of the
 * rows that are there gives a {@link LakeSink}.
 *
 * <p>A run reads one state of the table, the newest there is when it begins, however long it takes
 * and whoever writes meanwhile.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 * @param <F> the kind of table itself
 * @param <S> its kind of sink
 */
public abstract sealed class LakeTable<T extends Record, F extends LakeTable<T, F, S>,
    S extends LakeSink<T, S>>
    implements BoundedSource<T> permits DeltaTable, IcebergTable {

  private final Class<T> type;
  private final LakeFormat format;
  private final LakeName name;
  private final TimeTravel state;

  LakeTable(Class<T> type, LakeFormat format, LakeName name, TimeTravel state) {
    RecordType.of(type).requireValid();
    this.type = type;
    this.format = format;
    this.name = name;
    this.state = state;
  }

  abstract F at(TimeTravel other);

  abstract S sink(LakeChange change);

  final LakeFormat format() {
    return format;
  }

  final LakeName name() {
    return name;
  }

  final RecordType record() {
    return RecordType.of(type);
  }

  /**
   * The table as it was at a time: what had been committed then, by the clocks of the writers.
   *
   * @param time not before the first state that is kept
   * @return a changed copy, to read
   */
  public F asOf(Instant time) {
    return at(TimeTravel.asOf(time));
  }

  /**
   * A sink that adds rows to the table.
   *
   * @return the sink
   * @throws IllegalStateException if this is the table of another time
   */
  public S append() {
    return changing(new LakeChange.Append());
  }

  /**
   * A sink that replaces the rows of the table; of a partitioned table only those of the partitions
   * that are in the new rows.
   *
   * @return the sink
   * @throws IllegalStateException if this is the table of another time
   */
  public S overwrite() {
    return changing(new LakeChange.Overwrite());
  }

  /**
   * A sink that replaces all rows of the table, also of partitions that the new rows have not.
   *
   * @return the sink
   * @throws IllegalStateException if this is the table of another time
   */
  public S overwriteAll() {
    return changing(new LakeChange.OverwriteAll());
  }

  /**
   * A sink that replaces the rows of which a condition is true. A new row of which it is not true
   * fails the run.
   *
   * <pre>{@code
   * Delta.table(Sale.class, "shop.sales").overwriteWhere(col(Sale::day).between(first, last))
   * }</pre>
   *
   * @param condition comparisons of columns with constants, joined by {@code and}, {@code or} and
   *     {@code not}
   * @return the sink
   * @throws IllegalArgumentException if the condition is something else
   * @throws IllegalStateException if this is the table of another time
   */
  public S overwriteWhere(BoolExpr<T> condition) {
    return changing(new LakeChange.OverwriteWhere(ReplacedRows.of(condition, record())));
  }

  /**
   * A sink that puts each row in the place of that of the same key, or adds it. Writing the same
   * rows twice has the effect of writing them once. Two rows of one run that have the same key fail
   * it: keep one of them before, such as with {@code keepFirst(…).per(…)}.
   *
   * @param key the components that are the key
   * @return the sink
   * @throws IllegalStateException if this is the table of another time
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final S upsert(Fields.Named<T>... key) {
    return upsert(PartitionColumns.names(key));
  }

  /** The same by names from a configuration. */
  public S upsert(String... key) {
    PartitionColumns.columns(record(), key);
    if (key.length == 0) {
      throw new IllegalArgumentException("upsert: a key has at least one component");
    }
    return changing(new LakeChange.Upsert(List.of(key), Optional.empty()));
  }

  private S changing(LakeChange change) {
    if (!state.isNow()) {
      throw new IllegalStateException(
          "%s: only the table of now can be written".formatted(description()));
    }
    return sink(change);
  }

  @Override
  public final Class<T> type() {
    return type;
  }

  @Override
  public final String description() {
    return "%s %s%s".formatted(format.word(), name.shown(), state.words());
  }

  @Override
  public final Set<ResourceId> reads() {
    return name.resources();
  }

  @Override
  public final Set<ResourceId> reads(SparkSession spark) {
    return name.resources(spark);
  }

  @Override
  public final List<String> check(SparkSession spark) {
    List<String> setup = format.setupProblems(spark, name);
    if (!setup.isEmpty()) {
      return located(setup);
    }
    try {
      return problems(load(spark));
    } catch (Exception e) { // also AnalysisException, which is not declared
      return located(List.of(Reason.isMissing(e) ? "there is no such table" : Reason.of(e)));
    }
  }

  @Override
  public final Dataset<Row> read(SparkSession spark) {
    List<String> setup = format.setupProblems(spark, name);
    if (!setup.isEmpty()) {
      throw new IllegalStateException(String.join("\n", located(setup)));
    }
    Dataset<Row> rows = load(spark);
    List<String> problems = problems(rows);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return RecordShape.of(rows, record());
  }

  private Dataset<Row> load(SparkSession spark) {
    if (state.isNow()) {
      return format.now(spark, name);
    }
    format.refresh(spark, name);
    return spark.sql("SELECT * FROM %s %s".formatted(name.sql(), state.clause().orElseThrow()));
  }

  private List<String> problems(Dataset<Row> rows) {
    return located(
        RecordSchemas.differences(rows.schema(), record()).stream()
            .filter(SchemaDifference::breaksReading)
            .map(SchemaDifference::sentence)
            .toList());
  }

  private List<String> located(List<String> problems) {
    return problems.stream().map(problem -> description() + ": " + problem).toList();
  }

  @Override
  public final String toString() {
    return description();
  }
}
