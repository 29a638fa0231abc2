package dev.sluice.io.file;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.PathName;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.SaveMode;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.expr.Fields;
import dev.sluice.io.FormatLimits;
import dev.sluice.io.Orc;
import dev.sluice.io.OrcDays;
import dev.sluice.io.PartitionColumns;
import dev.sluice.io.PartitionNames;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.CsvTexts;
import dev.sluice.io.format.Parsed;
import dev.sluice.record.ColumnType;
import dev.sluice.spark.files.Storage;
import dev.sluice.spark.files.WriteTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Another stream may be writing an epoch of its own into the same directory. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final FileSpec<T> spec;
  private final SaveMode mode;
  private final List<String> partitions;
  private final boolean inPlace;

  private FileSink(FileSpec<T> spec, SaveMode mode, List<String> partitions, boolean inPlace) {
    this.spec = spec;
    this.mode = mode;
    this.partitions = partitions;
    this.inPlace = inPlace;
  }

  static <T extends Record> FileSink<T> of(FileSpec<T> spec, SaveMode mode) {
    if (spec.paths().size() != 1 || PathName.hasGlob(spec.paths().get(0))) {
      throw new IllegalStateException(
          "%s: a sink needs one path without a pattern".formatted(spec.description()));
    }
    return new FileSink<>(spec, mode, List.of(), false);
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
    return new FileSink<>(spec, mode, PartitionColumns.of(spec.record(), components), inPlace);
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
    return new FileSink<>(spec.option(key, value), mode, partitions, inPlace);
  }

  /**
   * Lets Spark write straight into the target, without the promises above: what is overwritten is
   * removed before the new rows are computed, so a run that fails can leave nothing or a part. It
   * is the only way to overwrite files on an object store.
   *
   * @return a changed copy
   */
  public FileSink<T> inPlace() {
    return new FileSink<>(spec, mode, partitions, true);
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
  public WriteMode mode() {
    return mode.mode();
  }

  private boolean replaces() {
    return mode == SaveMode.OVERWRITE || mode == SaveMode.OVERWRITE_ALL;
  }

  @Override
  public Set<ResourceId> writes() {
    return spec.resources();
  }

  @Override
  public Delivery delivery() {
    return inPlace ? Delivery.AT_LEAST_ONCE : Delivery.EXACTLY_ONCE;
  }

  @Override
  public List<String> streamProblems() {
    return mode == SaveMode.APPEND
        ? List.of()
        : List.of(
            "%s: the batches of a stream come one after the other, and each would %s: take append()"
                .formatted(
                    description(),
                    replaces() ? "replace those before it" : "find those before it there"));
  }

  @Override
  public List<String> checkStream(SparkSession spark) {
    List<String> problems = new ArrayList<>(check(spark));
    try {
      if (problems.isEmpty()) {
        notOnce(Storage.of(spark, path())).ifPresent(problems::add);
      }
    } catch (IOException e) {
      problems.add(unreachable(e));
    }
    return problems;
  }

  /** Why an epoch could not be there all at once. */
  private Optional<String> notOnce(Storage storage) {
    return inPlace || storage.canReplace()
        ? Optional.empty()
        : Optional.of(
            "%s: on an object store a batch of a stream that is repeated would be there twice, for files cannot be put there all at once; use a table format (Delta, Iceberg), or say inPlace() and let readers find each row once"
                .formatted(description()));
  }

  @Override
  public OptionalLong lastEpoch(SparkSession spark, String stream) {
    try {
      Storage storage = Storage.of(spark, path());
      return new EpochMark(storage, stream).last(storage.resolve(path()));
    } catch (IOException e) {
      throw new UncheckedIOException(unreachable(e), e);
    }
  }

  private String unreachable(IOException e) {
    return "%s: cannot be reached: %s"
        .formatted(description(), Secrets.masked(String.valueOf(e.getMessage())));
  }

  @Override
  public List<String> check(SparkSession spark) {
    List<String> problems = new ArrayList<>(spec.loggedSecrets(spark));
    if (isCsv()) {
      problems.addAll(csv().problems());
    }
    Stream.concat(
        FormatLimits.missing(spec.format()).stream(),
        FormatLimits.storingProblems(spec.format(), spec.record(), partitions).stream())
        .forEach(problem -> problems.add(description() + ": " + problem));
    try {
      Storage storage = Storage.of(spark, path());
      String target = storage.resolve(path());
      if (mode == SaveMode.ERROR_IF_EXISTS && storage.exists(target)) {
        problems.add(
            "%s: there is something at %s already; remove it, or use overwrite() or append()"
                .formatted(description(), Secrets.masked(path())));
      }
      if (storage.exists(target) && !storage.isDirectory(target)) {
        problems.add(
            "%s: %s is a file, not a directory".formatted(description(), Secrets.masked(path())));
      }
      if (!inPlace) {
        unkeepable(storage).ifPresent(problems::add);
      }
    } catch (IOException e) {
      problems.add(unreachable(e));
    }
    return problems;
  }

  /** Why the promises of this sink cannot be kept at its target. */
  private Optional<String> unkeepable(Storage storage) throws IOException {
    if (!storage.canReplace()) {
      return replaces()
          ? Optional.of(
              "%s: data on an object store cannot be replaced safely, for a rename is a copy there; use a table format (Delta, Iceberg), write each run into a directory of its own, or say inPlace() and let Spark remove the old data first"
                  .formatted(description()))
          : Optional.empty();
    }
    return storage
        .obstacle(path())
        .map(reason -> "%s: cannot be written: %s".formatted(description(), reason));
  }

  @Override
  public Written write(Dataset<Row> rows) {
    return write(rows, Optional.empty());
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
    return write(rows, Optional.of(epoch));
  }

  private Written write(Dataset<Row> rows, Optional<Epoch> epoch) {
    try {
      Storage storage = Storage.of(rows.sparkSession(), path());
      if (!inPlace) {
        Optional<String> problem =
            unkeepable(storage).or(() -> epoch.flatMap(e -> notOnce(storage)));
        if (problem.isPresent()) {
          throw new IllegalStateException(problem.get());
        }
      }
      return inPlace || !storage.canReplace()
          ? writeInPlace(rows, storage)
          : writeBeside(rows, storage, storage.resolve(path()), epoch);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot be written: %s".formatted(description(), Secrets.masked(String.valueOf(e))),
          e);
    }
  }

  private Written writeInPlace(Dataset<Row> rows, Storage storage) throws IOException {
    if (mode == SaveMode.IGNORE && storage.exists(path())) {
      return skipped();
    }
    String spark =
        switch (mode) {
          case APPEND -> "append";
          case OVERWRITE, OVERWRITE_ALL -> "overwrite";
          case ERROR_IF_EXISTS, IGNORE -> "errorifexists";
        };
    writer(rows)
        .option("partitionOverwriteMode", mode == SaveMode.OVERWRITE ? "dynamic" : "static")
        .mode(spark)
        .save(path());
    return Written.to(Secrets.masked(path()));
  }

  private Written writeBeside(
      Dataset<Row> rows, Storage storage, String target, Optional<Epoch> epoch)
      throws IOException {
    try (Workspace workspace = workspace(storage, target, epoch)) {
      boolean exists = storage.exists(target);
      if (exists && mode == SaveMode.IGNORE) {
        return skipped();
      }
      requireAbsent(exists);
      if (epoch.isPresent()) {
        return epoch(rows, epoch.get(), storage, target, workspace);
      }
      save(rows, workspace);
      exists = storage.exists(target);
      requireAbsent(exists);
      workspace.replace(journal(workspace.staged(), exists));
      return Written.to(Secrets.masked(path()));
    }
  }

  private Written epoch(
      Dataset<Row> rows, Epoch epoch, Storage storage, String target, Workspace workspace)
      throws IOException {
    EpochMark mark = new EpochMark(storage, epoch.stream());
    if (mark.has(target, epoch)) {
      return Written.skipped(Secrets.masked(path()), epoch.words() + " is there already");
    }
    save(rows, workspace);
    mark.write(workspace.staging(), epoch);
    workspace.replace(journal(workspace.staged(), storage.exists(target)));
    return Written.to(Secrets.masked(path()));
  }

  private void save(Dataset<Row> rows, Workspace workspace) {
    WriteTasks.save(writer(rows).mode("errorifexists"), rows.sparkSession(), workspace.staging());
  }

  private Written skipped() {
    String place = Secrets.masked(path());
    return Written.skipped(place, "there is something at " + place + " already");
  }

  private Workspace workspace(Storage storage, String target, Optional<Epoch> epoch)
      throws IOException {
    try {
      return Workspace.open(storage, target, epoch.isPresent() ? PATIENCE : Duration.ZERO);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(description() + ": " + Secrets.masked(e.getMessage()), e);
    }
  }

  private void requireAbsent(boolean exists) {
    if (exists && mode == SaveMode.ERROR_IF_EXISTS) {
      throw new IllegalStateException(
          "%s: there is something at %s already".formatted(description(), Secrets.masked(path())));
    }
  }

  private Journal journal(Staged staged, boolean exists) throws IOException {
    if (exists && mode == SaveMode.APPEND) {
      return staged.single();
    }
    return exists && mode == SaveMode.OVERWRITE && !partitions.isEmpty()
        ? staged.partitions()
        : staged.whole();
  }

  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    CsvTexts csv = csv();
    Dataset<Row> checked = PartitionNames.of(rows, spec.record(), partitions);
    if (isCsv()) {
      checked = csv.checked(checked);
    } else if (Orc.is(spec.format())) {
      checked = OrcDays.checked(description(), spec.record(), checked, partitions);
    }
    return checked
        .write()
        .format(spec.format())
        .options(isCsv() ? csv.options() : spec.options())
        .partitionBy(partitions.toArray(String[]::new));
  }

  private CsvTexts csv() {
    return new CsvTexts(
        spec.description(),
        spec.record(),
        Parsed.inText(spec.record(), partitions),
        new CsvDialect(spec.options()));
  }

  private boolean isCsv() {
    return spec.format().equals("csv");
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
  public Optional<BoundedSource<T>> readBack() {
    boolean all =
        mode == SaveMode.ERROR_IF_EXISTS
            || mode == SaveMode.OVERWRITE_ALL
            || mode == SaveMode.OVERWRITE && partitions.isEmpty();
    return all && spec.isColumnar() && partitionsComeBack()
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
