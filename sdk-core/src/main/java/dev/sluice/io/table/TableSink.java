package dev.sluice.io.table;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
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
import dev.sluice.io.TableResources;
import dev.sluice.record.RecordType;
import dev.sluice.spark.files.FileColumns;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table as a sink. It comes from a {@link TableSource} by its save mode.
 *
 * <p>Format, partitions, buckets, order and location count when the table is made; a table that is
 * there keeps its own. Without {@link #location} the table is managed: dropping it removes its
 * files.
 *
 * <p>Writing is Spark's own. An overwrite of a table is not safe against a kill: rows, or
 * partitions, may be gone or incomplete afterwards. Use {@link dev.sluice.io.file.FileSink}, or a
 * table format such as Delta or Iceberg, where that matters.
 *
 * <p>It takes the batches of a stream if it appends. Neither Spark's catalog nor its files know
 * which epoch rows are of, so those of one that comes again are there twice.
 *
 * @param <T> the record each row is
 */
public final class TableSink<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final Class<T> type;
  private final String name;
  private final SaveMode mode;
  private final TableLayout layout;

  TableSink(Class<T> type, String name, SaveMode mode) {
    this(type, name, mode, TableLayout.PARQUET);
  }

  private TableSink(Class<T> type, String name, SaveMode mode, TableLayout layout) {
    this.type = type;
    this.name = name;
    this.mode = mode;
    this.layout = layout;
  }

  private TableSink<T> with(TableLayout changed) {
    return new TableSink<>(type, name, mode, changed);
  }

  private RecordType record() {
    return RecordType.of(type);
  }

  /**
   * The format of a new table's files; Parquet unless set.
   *
   * @param format Spark's name of the format
   * @return a changed copy
   */
  public TableSink<T> format(String format) {
    return with(layout.format(format));
  }

  /**
   * Keeps a new table's rows in directories by these components.
   *
   * @param accessors accessors of the record, outermost directory first
   * @return a changed copy
   * @throws IllegalArgumentException if it is a lambda, cannot be a directory, is an {@code
   *     Instant}, which Spark would name by the clock of the session's zone, or no component would
   *     be left for the files
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final TableSink<T> partitionBy(Fields.Named<T>... accessors) {
    return partitionBy(PartitionColumns.names(accessors));
  }

  /**
   * Keeps a new table's rows in directories by these components, by names from a configuration.
   *
   * @param components accessor names of the record, outermost directory first
   * @return a changed copy
   * @throws IllegalArgumentException if the record has no such component, it cannot be a directory,
   *     is an {@code Instant}, or no component would be left for the files
   */
  public TableSink<T> partitionBy(String... components) {
    List<String> columns = PartitionColumns.of(record(), components);
    PartitionNames.requireZoneFree(record(), columns);
    return with(layout.partitions(columns));
  }

  /**
   * Divides a new table's rows into buckets by the hash of these components, so that joins and
   * groupings by them need no shuffle.
   *
   * @param buckets how many, at least 1
   * @param accessors accessors of the record, one at least
   * @return a changed copy
   * @throws IllegalArgumentException if there is no bucket, no component, or an unknown one
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final TableSink<T> bucketBy(int buckets, Fields.Named<T>... accessors) {
    return bucketBy(buckets, PartitionColumns.names(accessors));
  }

  /**
   * Divides a new table's rows into buckets by the hash of these components, by names from a
   * configuration, so that joins and groupings by them need no shuffle.
   *
   * @param buckets how many, at least 1
   * @param components accessor names of the record, one at least
   * @return a changed copy
   * @throws IllegalArgumentException if there is no bucket, no component, or an unknown one
   */
  public TableSink<T> bucketBy(int buckets, String... components) {
    if (buckets < 1 || components.length == 0) {
      throw new IllegalArgumentException(
          "bucketBy needs 1 bucket and 1 component at least, not %d and %d"
              .formatted(buckets, components.length));
    }
    return with(layout.buckets(buckets, PartitionColumns.columns(record(), components)));
  }

  /**
   * Sorts each bucket of a new table by these components. Needs {@link #bucketBy}.
   *
   * @param accessors accessors of the record
   * @return a changed copy
   * @throws IllegalArgumentException if the record has no such component
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final TableSink<T> sortBy(Fields.Named<T>... accessors) {
    return sortBy(PartitionColumns.names(accessors));
  }

  /**
   * Sorts each bucket of a new table by these components, by names from a configuration. Needs
   * {@link #bucketBy}.
   *
   * @param components accessor names of the record
   * @return a changed copy
   * @throws IllegalArgumentException if the record has no such component
   */
  public TableSink<T> sortBy(String... components) {
    return with(layout.sorted(PartitionColumns.columns(record(), components)));
  }

  /**
   * Makes a new table external: its files are here, and stay when it is dropped.
   *
   * @param path where the files are
   * @return a changed copy
   * @throws IllegalArgumentException if it holds a secret, which the catalog would keep
   */
  public TableSink<T> location(String path) {
    return option("path", path);
  }

  /**
   * Sets an option of a new table's format. The catalog keeps it, for everyone to read.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if it is a secret, by its key or by a URL in its value
   */
  public TableSink<T> option(String key, String value) {
    if (Secrets.in(key, value)) {
      throw new IllegalArgumentException(
          "%s: option '%s' is a secret, and the catalog would keep it for everyone to read; give it to the session, such as spark.hadoop.…"
              .formatted(description(), key));
    }
    return with(layout.option(key, value));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "table %s (%s)".formatted(name, mode.words());
  }

  @Override
  public WriteMode mode() {
    return mode.mode();
  }

  @Override
  public Set<ResourceId> writes() {
    ResourceId table = ResourceId.table(name);
    String path = layout.options().get("path");
    return path == null ? Set.of(table) : Set.of(table, ResourceId.path(path));
  }

  @Override
  public Set<ResourceId> writes(SparkSession spark) {
    Set<ResourceId> all = new LinkedHashSet<>(TableResources.of(spark, name));
    String path = layout.options().get("path");
    if (path != null) {
      all.add(ResourceId.path(path));
    }
    return all;
  }

  @Override
  public List<String> check(SparkSession spark) {
    List<String> problems = new ArrayList<>();
    if (!layout.sorted().isEmpty() && layout.buckets() == 0) {
      problems.add("%s: sortBy sorts buckets; add bucketBy".formatted(description()));
    }
    FormatLimits.storingProblems(layout.format(), record(), layout.partitions())
        .forEach(problem -> problems.add(description() + ": " + problem));
    if (!spark.catalog().tableExists(name)) {
      return problems;
    }
    if (mode == SaveMode.ERROR_IF_EXISTS) {
      problems.add("%s: the table is there already".formatted(description()));
    } else if (mode == SaveMode.APPEND || mode == SaveMode.OVERWRITE) {
      Dataset<Row> table = spark.table(name);
      RecordSchemas.storingProblems(table.schema(), record())
          .forEach(problem -> problems.add(description() + ": " + problem));
      if (!Orc.is(layout.format())) {
        FileColumns.formats(table).stream()
            .flatMap(format -> FormatLimits
                .storingProblems(format, record(), FileColumns.directories(table))
                .stream())
            .forEach(problem -> problems.add(description() + ": " + problem));
      }
    }
    return problems;
  }

  @Override
  public List<String> streamProblems() {
    return mode == SaveMode.APPEND
        ? List.of()
        : List.of(
            "%s: the batches of a stream come one after the other, and each would %s: take append()"
                .formatted(
                    description(),
                    mode.mode() instanceof WriteMode.Overwrite
                        ? "replace those before it"
                        : "find the table of those before it"));
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    streamProblems().forEach(
        problem -> {
          throw new IllegalStateException(problem);
        });
    return write(rows);
  }

  @Override
  public Written write(Dataset<Row> rows) {
    SparkSession spark = rows.sparkSession();
    boolean exists = spark.catalog().tableExists(name);
    if (exists && mode == SaveMode.IGNORE) {
      return Written.skipped(name, "there is a table " + name + " already");
    }
    if (exists && (mode == SaveMode.APPEND || mode == SaveMode.OVERWRITE)) {
      insert(rows);
    } else {
      DataFrameWriter<Row> writer =
          checked(rows, Orc.is(layout.format()), layout.partitions()).write();
      layout.applyTo(writer);
      writer.mode(mode == SaveMode.OVERWRITE_ALL ? "overwrite" : "errorifexists");
      writer.saveAsTable(name);
    }
    return Written.to(name);
  }

  /**
   * Inserts by name: the writer's own {@code insertInto} goes by position, and drops the option
   * that keeps the other partitions.
   */
  private void insert(Dataset<Row> rows) {
    String view = "sluice_" + UUID.randomUUID().toString().replace("-", "");
    String verb = mode == SaveMode.OVERWRITE ? "INSERT OVERWRITE" : "INSERT INTO";
    Dataset<Row> table = rows.sparkSession().table(name);
    Dataset<Row> checked =
        checked(
            rows,
            FileColumns.formats(table).stream().anyMatch(Orc::is),
            FileColumns.directories(table));
    RecordSchemas.storable(checked, table.schema(), record()).createOrReplaceTempView(view);
    try {
      rows.sparkSession()
          .sql(
              "%s %s WITH ('partitionOverwriteMode' = 'dynamic') BY NAME SELECT * FROM %s"
                  .formatted(verb, name, view));
    } finally {
      rows.sparkSession().catalog().dropTempView(view);
    }
  }

  private Dataset<Row> checked(Dataset<Row> rows, boolean orc, Collection<String> directories) {
    return orc ? OrcDays.checked(description(), record(), rows, directories) : rows;
  }

  @Override
  public String toString() {
    return description();
  }
}
