package dev.sluice.io.file;

import dev.sluice.connect.Secrets;
import dev.sluice.io.FormatLimits;
import dev.sluice.spark.files.FileColumns;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Files that know their own schema: Parquet, ORC, Avro and whatever else Spark loads by a format's
 * name. Columns are found by name; a type that fits into the record's without loss is widened, any
 * other difference is refused before a job starts. Parquet and ORC files of one directory may
 * differ in their columns: one that a file has not is NULL there. A column that is a directory
 * ({@code column=value}) has the type of its component: {@code 01} is a text for a String, a number
 * for an {@code int}.
 *
 * @param <T> the record each row is
 */
public final class FormatFiles<T extends Record> extends FileSource<T, FormatFiles<T>> {

  private static final String MERGE = "mergeSchema";

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
  List<String> checkContent(SparkSession spark) {
    Optional<String> missing = FormatLimits.missing(spec().format());
    if (missing.isPresent()) {
      return List.of(located(missing.get()));
    }
    try {
      return load(spark).problems();
    } catch (Exception e) { // Scala's checked exceptions, such as AnalysisException, are not declared
      return List.of("%s: the schema cannot be read: %s".formatted(description(), e.getMessage()));
    }
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    FormatLimits.missing(spec().format())
        .ifPresent(
            missing -> {
              throw new IllegalStateException(located(missing));
            });
    spec().awaitWhole(spark);
    Loaded files;
    try {
      files = load(spark);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: the schema cannot be read: %s".formatted(description(), e.getMessage()), e);
    }
    if (!files.problems().isEmpty()) {
      throw new IllegalStateException(String.join("\n", files.problems()));
    }
    return RecordShape.of(files.rows(), spec().record());
  }

  /** Files that are there and do not fit would fail the stream when it comes to them. */
  @Override
  List<String> checkStreamContent(SparkSession spark) {
    Optional<String> missing = FormatLimits.missing(spec().format());
    if (missing.isPresent()) {
      return List.of(located(missing.get()));
    }
    return spec().isEmpty(spark) ? List.of() : checkContent(spark);
  }

  /**
   * Of files that come no schema is known: they are read by the record's, which Spark's readers
   * widen to as far as nothing is lost.
   */
  @Override
  Dataset<Row> stream(SparkSession spark, FileInput input) {
    FormatLimits.missing(spec().format())
        .ifPresent(
            missing -> {
              throw new IllegalStateException(located(missing));
            });
    StructType columns = RecordSchemas.nullable(spec().record());
    return RecordShape.of(
        input.load(spec().format(), spec().options(), columns, spec().paths()), spec().record());
  }

  /** The files as Spark reads them, and what of them cannot be the record. */
  private record Loaded(Dataset<Row> rows, List<String> problems) {}

  private Loaded load(SparkSession spark) throws IOException {
    String[] paths = FileSpec.readable(spark, spec().paths());
    Dataset<Row> files = reader(spark).load(paths);
    FileColumns found = FileColumns.of(files, spec().format(), spec().record());
    List<String> problems = new ArrayList<>(found.problems());
    problems.addAll(
        FormatLimits.readingProblems(spec().format(), spec().record(), found.directories()));
    problems.replaceAll(this::located);
    problems.addAll(spec().differences(found.columns()));
    return new Loaded(
        found.columns().equals(files.schema())
            ? files
            : reader(spark).schema(found.columns()).load(paths),
        problems);
  }

  private String located(String problem) {
    return description() + ": " + Secrets.masked(problem);
  }

  private DataFrameReader reader(SparkSession spark) {
    DataFrameReader reader = spec().reader(spark, spec().format()).options(spec().options());
    // schemas are joined by the record: Spark's own merging reads all footers, and fails where
    // types differ; an option that is not needed would make it another scan to Spark
    return merges(spark) ? reader.option(MERGE, "false") : reader;
  }

  private boolean merges(SparkSession spark) {
    String setting = "spark.sql." + spec().format().toLowerCase(Locale.ROOT) + "." + MERGE;
    return spec().isColumnar()
        && Boolean.parseBoolean(
            spec().options().getOrDefault(MERGE, spark.conf().get(setting, "false")));
  }
}
