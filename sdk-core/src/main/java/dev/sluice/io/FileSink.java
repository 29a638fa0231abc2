package dev.sluice.io;

import dev.sluice.expr.Fields;
import dev.sluice.plan.ColumnType;
import dev.sluice.spark.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files as a sink. It comes from a {@link FileSource} by its save mode:
 *
 * <pre>{@code
 * Files.parquet(DailySales.class, out + "/daily_sales").overwrite()
 *     .partitionBy(DailySales::year, DailySales::month).compression(Compression.ZSTD)
 * }</pre>
 *
 * <h2>What a failed or killed run leaves</h2>
 *
 * <p>Except with {@code append}, rows are written to a hidden directory beside the target ({@code
 * .name.sluice-…}, which Spark's readers do not see) and put in its place when they are complete.
 * So if the run fails or its process is killed while rows are computed and written, the target is
 * as it was. The next run that writes the target removes what was left; it can tell a killed
 * process from one that still writes (on another machine: one that has shown no sign for a day).
 *
 * <ul>
 *   <li><b>Local disk and HDFS.</b> Putting the data in place is two renames: the old out, the new
 *       in. The target is never a mixture of old and new. A process killed exactly between the two
 *       renames, some microseconds, leaves no target; both datasets are then there, whole, under
 *       hidden names, and the next read or write through Sluice does the second rename first.
 *   <li><b>Partitions</b> are replaced one after the other, each in this way. A process killed
 *       among them leaves some old and some new ones, each whole, and the next read or write
 *       through Sluice replaces the rest first.
 *   <li><b>Object stores</b> copy when they rename. Until the copy is complete other readers see a
 *       part of the new data. Where this matters, use a table format.
 *   <li>A power failure is not covered: files are not forced to the disk.
 * </ul>
 *
 * <p>Who reads the old files while they are replaced may fail with "file not found", as with
 * Spark's own overwrite, and must read again.
 *
 * @param <T> the record each row is
 */
public final class FileSink<T extends Record> implements Sink<T> {

  private static final Set<String> COLUMNAR = Set.of("parquet", "orc");

  private final FileSpec<T> spec;
  private final SaveMode mode;
  private final List<String> partitions;

  private FileSink(FileSpec<T> spec, SaveMode mode, List<String> partitions) {
    this.spec = spec;
    this.mode = mode;
    this.partitions = partitions;
  }

  static <T extends Record> FileSink<T> of(FileSpec<T> spec, SaveMode mode) {
    if (spec.paths().size() != 1 || PathName.hasGlob(spec.paths().get(0))) {
      throw new IllegalStateException(
          "%s: a sink needs one path without a pattern".formatted(spec.description()));
    }
    return new FileSink<>(spec, mode, List.of());
  }

  /**
   * Puts the rows into directories {@code column=value} by these components, which are then not in
   * the files.
   *
   * @param accessors accessors of the record, outermost directory first
   * @return a changed copy
   * @throws IllegalArgumentException if it is a lambda, cannot be a directory, or no component
   *     would be left for the files
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final FileSink<T> partitionBy(Fields.Named<T>... accessors) {
    return partitionBy(PartitionColumns.names(accessors));
  }

  /**
   * Puts the rows into directories {@code column=value} by these components, by names from a
   * configuration, which are then not in the files.
   *
   * @param components accessor names of the record, outermost directory first
   * @return a changed copy
   * @throws IllegalArgumentException if the record has no such component, it cannot be a directory,
   *     or no component would be left for the files
   */
  public FileSink<T> partitionBy(String... components) {
    return new FileSink<>(spec, mode, PartitionColumns.of(spec.record(), components));
  }

  /**
   * Begins a new file whenever one has this many rows.
   *
   * @param records the most rows of a file, at least 1
   * @return a changed copy
   */
  public FileSink<T> maxRecordsPerFile(long records) {
    if (records < 1) {
      throw new IllegalArgumentException("a file has at least 1 record, not " + records);
    }
    return option("maxRecordsPerFile", Long.toString(records));
  }

  /**
   * Compresses the files.
   *
   * @param compression the algorithm
   * @return a changed copy
   */
  public FileSink<T> compression(Compression compression) {
    return option("compression", compression.nameFor(spec.format()));
  }

  /**
   * Sets an option of Spark's writer of this format that has no method here.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   */
  public FileSink<T> option(String key, String value) {
    return new FileSink<>(spec.option(key, value), mode, partitions);
  }

  @Override
  public Class<T> type() {
    return spec.type();
  }

  @Override
  public String description() {
    return "%s (%s)".formatted(spec.description(), mode.words());
  }

  @Override
  public Set<SinkCapability> capabilities() {
    Set<SinkCapability> all = EnumSet.noneOf(SinkCapability.class);
    if (mode == SaveMode.APPEND) {
      all.add(SinkCapability.APPEND);
    }
    if (replaces()) {
      all.add(SinkCapability.OVERWRITE);
    }
    if (COLUMNAR.contains(spec.format())) {
      all.add(SinkCapability.COLUMNAR);
    }
    return Set.copyOf(all);
  }

  private boolean replaces() {
    return mode == SaveMode.OVERWRITE || mode == SaveMode.OVERWRITE_ALL;
  }

  @Override
  public Set<ResourceId> writes() {
    return spec.resources();
  }

  @Override
  public List<String> check(SparkSession spark) {
    List<String> problems = new ArrayList<>();
    OrcTimes.problems(spec.format(), spec.record(), partitions)
        .forEach(problem -> problems.add(description() + ": " + problem));
    try {
      Storage storage = Storage.of(spark, path());
      String target = storage.resolve(path());
      new Leftovers(storage, target).finish();
      if (mode == SaveMode.ERROR_IF_EXISTS && storage.exists(target)) {
        problems.add(
            "%s: there is something at %s already; remove it, or use overwrite() or append()"
                .formatted(description(), path()));
      }
      if (storage.exists(target) && !storage.isDirectory(target)) {
        problems.add("%s: %s is a file, not a directory".formatted(description(), path()));
      }
    } catch (IOException e) {
      problems.add("%s: cannot be reached: %s".formatted(description(), e.getMessage()));
    }
    return problems;
  }

  @Override
  public Written write(Dataset<Row> rows) {
    try {
      Storage storage = Storage.of(rows.sparkSession(), path());
      String target = storage.resolve(path());
      new Leftovers(storage, target).clear();
      if (mode == SaveMode.APPEND) {
        writer(rows).mode("append").save(target);
        return Written.to(path());
      }
      boolean exists = storage.exists(target);
      if (exists && mode == SaveMode.IGNORE) {
        return Written.skipped(path());
      }
      if (exists && mode == SaveMode.ERROR_IF_EXISTS) {
        throw new IllegalStateException(
            "%s: there is something at %s already".formatted(description(), path()));
      }
      replace(rows, storage, target);
      return Written.to(path());
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(description(), e), e);
    }
  }

  private void replace(Dataset<Row> rows, Storage storage, String target) throws IOException {
    Replacement replacement = Replacement.of(storage, target);
    try {
      writer(rows).mode("errorifexists").save(replacement.staging());
      if (mode == SaveMode.OVERWRITE && !partitions.isEmpty() && storage.exists(target)) {
        replacement.replacePartitions();
      } else if (replaces()) {
        replacement.replaceAll();
      } else {
        replacement.create();
      }
    } catch (IOException | RuntimeException e) {
      discard(replacement, e);
      throw e;
    }
  }

  private static void discard(Replacement replacement, Exception failure) {
    try {
      replacement.discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return PartitionNames.of(rows, spec.record(), partitions)
        .write()
        .format(spec.format())
        .options(spec.options())
        .partitionBy(partitions.toArray(String[]::new));
  }

  private String path() {
    return spec.paths().get(0);
  }

  /**
   * The files as a source, if they hold exactly what was written: Parquet or ORC, not appended to,
   * not only some partitions replaced.
   *
   * @return the source, or nothing
   */
  @Override
  public Optional<Source<T>> readBack() {
    boolean all =
        mode == SaveMode.ERROR_IF_EXISTS
            || mode == SaveMode.OVERWRITE_ALL
            || mode == SaveMode.OVERWRITE && partitions.isEmpty();
    return all && COLUMNAR.contains(spec.format()) && partitionsComeBack()
        ? Optional.of(new FormatFiles<>(spec))
        : Optional.empty();
  }

  /**
   * An empty text comes back from a directory's name as NULL, and a number with a fraction changed.
   */
  private boolean partitionsComeBack() {
    Set<ColumnType> exact =
        Set.of(
            ColumnType.Scalar.BYTE,
            ColumnType.Scalar.SHORT,
            ColumnType.Scalar.INT,
            ColumnType.Scalar.LONG,
            ColumnType.Scalar.DATE,
            ColumnType.Scalar.BOOLEAN);
    return spec.record().components().stream()
        .filter(c -> partitions.contains(c.column()))
        .allMatch(c -> exact.contains(c.logicalType()));
  }

  @Override
  public String toString() {
    return description();
  }
}
