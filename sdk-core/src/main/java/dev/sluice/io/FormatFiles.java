package dev.sluice.io;

import dev.sluice.spark.PartitionTypes;
import dev.sluice.spark.RecordShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Files that know their own schema: Parquet, ORC, Avro and whatever else Spark loads by a format's
 * name. Columns are found by name; a type that fits into the record's without loss is widened, any
 * other difference is refused before a job starts. A column that is a directory ({@code
 * column=value}) has the type of its component: {@code 01} is a text for a String, a number for an
 * {@code int}.
 *
 * @param <T> the record each row is
 */
public final class FormatFiles<T extends Record> extends FileSource<T, FormatFiles<T>> {

  private static final Set<String> COLUMNAR = Set.of("parquet", "orc");

  FormatFiles(FileSpec<T> spec) {
    super(spec);
  }

  @Override
  FormatFiles<T> with(FileSpec<T> changed) {
    return new FormatFiles<>(changed);
  }

  /**
   * Makes a column that the record does not have a problem that {@code check} reports. Without this
   * such columns are simply not read.
   *
   * @return a changed copy
   */
  public FormatFiles<T> exactColumns() {
    return with(spec().withExactColumns());
  }

  @Override
  public Set<SourceCapability> capabilities() {
    return COLUMNAR.contains(spec().format())
        ? EnumSet.of(SourceCapability.BOUNDED, SourceCapability.COLUMNAR)
        : EnumSet.of(SourceCapability.BOUNDED);
  }

  @Override
  List<String> checkContent(SparkSession spark) {
    try {
      return problems(load(spark));
    } catch (
        Exception e) { // Scala's checked exceptions, such as AnalysisException, are not declared
      return List.of("%s: the schema cannot be read: %s".formatted(description(), e.getMessage()));
    }
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    spec().awaitWhole(spark);
    Dataset<Row> data = load(spark);
    List<String> problems = problems(data);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return RecordShape.of(data, spec().record());
  }

  private List<String> problems(Dataset<Row> files) {
    List<String> problems = new ArrayList<>(spec().differences(files.schema()));
    OrcTimes.problems(spec().format(), spec().record(), PartitionTypes.directories(files))
        .forEach(problem -> problems.add(description() + ": " + problem));
    return problems;
  }

  private Dataset<Row> load(SparkSession spark) {
    Dataset<Row> files = load(spark, reader(spark));
    StructType typed = PartitionTypes.of(files, spec().record());
    return typed.equals(files.schema()) ? files : load(spark, reader(spark).schema(typed));
  }

  private Dataset<Row> load(SparkSession spark, DataFrameReader reader) {
    return FileSpec.load(spark, reader, spec().paths());
  }

  private DataFrameReader reader(SparkSession spark) {
    return spec().reader(spark, spec().format()).options(spec().options());
  }
}
