package dev.sluice.io.table;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.SaveMode;
import dev.sluice.connect.Secrets;
import dev.sluice.io.FormatLimits;
import dev.sluice.io.TableResources;
import dev.sluice.record.RecordType;
import dev.sluice.spark.files.FileColumns;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import dev.sluice.spark.rows.SchemaDifference;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table as a source, and the way to a table as a sink: saying what becomes of the rows that are
 * already there gives a {@link TableSink}.
 *
 * @param <T> the record each row is
 */
public final class TableSource<T extends Record> implements BoundedSource<T> {

  /** Names become part of SQL texts, so nothing else may be in them. */
  private static final Pattern NAME = Pattern.compile("(\\w+|`[^`]+`)(\\.(\\w+|`[^`]+`)){0,2}");

  private final Class<T> type;
  private final String name;

  TableSource(Class<T> type, String name) {
    RecordType.of(type).requireValid();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not the name of a table; write shop.orders, other signs in back quotes"
              .formatted(Secrets.masked(name)));
    }
    this.type = type;
    this.name = name;
  }

  /**
   * A sink that adds rows to the table and makes the table if it is not there.
   *
   * @return the sink
   */
  public TableSink<T> append() {
    return new TableSink<>(type, name, SaveMode.APPEND);
  }

  /**
   * A sink that replaces the rows of the table; of a partitioned table only the partitions that are
   * in the new rows. The table keeps its definition.
   *
   * @return the sink
   */
  public TableSink<T> overwrite() {
    return new TableSink<>(type, name, SaveMode.OVERWRITE);
  }

  /**
   * A sink that drops the table, if it is there, and makes a new one.
   *
   * @return the sink
   */
  public TableSink<T> overwriteAll() {
    return new TableSink<>(type, name, SaveMode.OVERWRITE_ALL);
  }

  /**
   * A sink that fails if the table is there.
   *
   * @return the sink
   */
  public TableSink<T> errorIfExists() {
    return new TableSink<>(type, name, SaveMode.ERROR_IF_EXISTS);
  }

  /**
   * A sink that writes nothing if the table is there.
   *
   * @return the sink
   */
  public TableSink<T> ignoreIfExists() {
    return new TableSink<>(type, name, SaveMode.IGNORE);
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "table " + name;
  }

  @Override
  public Set<ResourceId> reads() {
    return Set.of(ResourceId.table(name));
  }

  @Override
  public Set<ResourceId> reads(SparkSession spark) {
    return TableResources.of(spark, name);
  }

  @Override
  public List<String> check(SparkSession spark) {
    if (!spark.catalog().tableExists(name)) {
      return List.of("%s: there is no such table or view".formatted(description()));
    }
    return problems(spark.table(name));
  }

  private List<String> problems(Dataset<Row> table) {
    RecordType record = RecordType.of(type);
    return Stream.concat(
        RecordSchemas.differences(table.schema(), record).stream()
            .filter(SchemaDifference::breaksReading)
            .map(SchemaDifference::sentence),
        FileColumns.formats(table).stream()
            .flatMap(format -> FormatLimits
                .readingProblems(format, record, FileColumns.directories(table))
                .stream()))
        .map(problem -> description() + ": " + problem)
        .toList();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    Dataset<Row> table = spark.table(name);
    List<String> problems = problems(table);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return RecordShape.of(table, RecordType.of(type));
  }

  @Override
  public String toString() {
    return description();
  }
}
