package dev.sluice.io.file;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.PathName;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.SaveMode;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.ColumnType;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
 * <h2>All or nothing</h2>
 *
 * <p>On a local or network disk and on HDFS, rows are written to a hidden directory beside the
 * target ({@code .name.sluice}, which Spark's readers do not see). When they are complete they are
 * put in place by renames, and what is renamed is written down before.
 *
 * <ul>
 *   <li><b>A run that fails or is cancelled</b> leaves the target as it was, and nothing beside it.
 *   <li><b>A run that is killed</b> leaves the target as it was if it was killed before the
 *       renames. Killed among them, a matter of milliseconds, it leaves some old data and some new;
 *       the next run that writes the target, or {@link Files#recover}, first makes it as it was.
 *       Until then Sluice's sources refuse to read it.
 *   <li><b>One writer at a time.</b> A run that finds another one writing the target fails at once.
 *       Whoever writes it by other means is not kept away, and what such a one puts in the place of
 *       data that is being replaced is kept.
 *   <li><b>Readers.</b> Sluice's sources wait for the renames to end. Who has already listed the
 *       files when they are replaced may fail with "file not found", as with Spark's own overwrite,
 *       and must read again.
 *   <li>A new directory takes the mode of the one it replaces, and its owner and group where the
 *       process may set them; access control lists are not kept.
 *   <li>A power failure is not covered: files are not forced to the disk.
 * </ul>
 *
 * <p><b>On an object store</b> a rename is a copy of each file, and there is no lock, so none of
 * this can be kept. There the rows are written by Spark's own committer, and the overwriting modes
 * are refused: use a table format (Delta, Iceberg), write each run into a directory of its own, or
 * say {@link #inPlace()} and do without.
 *
 * <h2>Batches of a stream</h2>
 *
 * <p>{@code append()} adds the files of each epoch to those that are there, with a file that says
 * which epoch of the stream it was ({@code _sluice_epochs}, which Spark's readers do not see), all or
 * nothing as above. An epoch that is there already is not written again, so each is there once.
 * Epochs of streams into one directory wait for each other. An object store takes no stream, but
 * for {@link #inPlace()}, where an epoch that is repeated is there twice.
 *
 * @param <T> the record each row is
 */
public final class FileSink<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final FileTarget<T> target;

  private FileSink(FileTarget<T> target) {
    this.target = target;
  }

  static <T extends Record> FileSink<T> of(FileSpec<T> spec, SaveMode mode) {
    if (spec.paths().size() != 1 || PathName.hasGlob(spec.paths().get(0))) {
      throw new IllegalStateException(
          "%s: a sink needs one path without a pattern".formatted(spec.description()));
    }
    return new FileSink<>(new FileTarget<>(spec, mode, List.of(), false));
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
    return new FileSink<>(
        target.partitions(PartitionColumns.of(target.spec().record(), components)));
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
    return option("compression", compression.nameFor(target.spec().format()));
  }

  /**
   * Sets an option of Spark's writer of this format that has no method here.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   */
  public FileSink<T> option(String key, String value) {
    return new FileSink<>(target.option(key, value));
  }

  /**
   * Lets Spark write straight into the target, without the promises above: what is overwritten is
   * removed before the new rows are computed, so a run that fails can leave nothing or a part. It
   * is the only way to overwrite files on an object store.
   *
   * @return a changed copy
   */
  public FileSink<T> inPlace() {
    return new FileSink<>(target.straight());
  }

  @Override
  public Class<T> type() {
    return target.spec().type();
  }

  @Override
  public String description() {
    return target.description();
  }

  @Override
  public WriteMode mode() {
    return target.mode().mode();
  }

  @Override
  public Set<ResourceId> writes() {
    return target.spec().resources();
  }

  @Override
  public Delivery delivery() {
    return target.inPlace() ? Delivery.AT_LEAST_ONCE : Delivery.EXACTLY_ONCE;
  }

  @Override
  public List<String> streamProblems() {
    return target.mode() == SaveMode.APPEND
        ? List.of()
        : List.of(
            "%s: the batches of a stream come one after the other, and each would %s: take append()"
                .formatted(
                    description(),
                    target.replaces() ? "replace those before it" : "find those before it there"));
  }

  @Override
  public List<String> checkStream(SparkSession spark) {
    return new FileTargetCheck(target).ofStream(spark);
  }

  @Override
  public OptionalLong lastEpoch(SparkSession spark, String stream) {
    try {
      Storage storage = Storage.of(spark, target.path());
      return new EpochMark(storage, stream).last(storage.resolve(target.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(target.unreachable(e), e);
    }
  }

  @Override
  public List<String> check(SparkSession spark) {
    return new FileTargetCheck(target).problems(spark);
  }

  @Override
  public Written write(Dataset<Row> rows) {
    return new FileWrite(target).run(rows, Optional.empty());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this does not {@code append()}, or is on an object store
   */
  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    streamProblems().forEach(
        problem -> {
          throw new IllegalStateException(problem);
        });
    return new FileWrite(target).run(rows, Optional.of(epoch));
  }

  /**
   * The files as a source, if they hold exactly what was written: Parquet or ORC, not appended to,
   * not only some partitions replaced.
   *
   * @return the source, or nothing
   */
  @Override
  public Optional<BoundedSource<T>> readBack() {
    boolean all =
        target.mode() == SaveMode.ERROR_IF_EXISTS
            || target.mode() == SaveMode.OVERWRITE_ALL
            || target.mode() == SaveMode.OVERWRITE && target.partitions().isEmpty();
    return all && target.spec().isColumnar() && partitionsComeBack()
        ? Optional.of(new FormatFiles<>(target.spec()))
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
    return target.spec().record().components().stream()
        .filter(c -> target.partitions().contains(c.column()))
        .allMatch(c -> exact.contains(c.logicalType()));
  }

  @Override
  public String toString() {
    return description();
  }
}
