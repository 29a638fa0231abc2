package dev.sluice.io.file;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.SaveMode;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files as a source, and the way to files as a sink: saying what becomes of the data that is
 * already there ({@link #append}, {@link #overwrite}, …) gives a {@link FileSink} of the same
 * format, path and options.
 *
 * <pre>{@code
 * p.source("orders", Files.csv(Order.class, in + "/orders").header());
 * sales.sink("daily_sales", Files.parquet(DailySales.class, out + "/daily_sales").overwrite());
 * }</pre>
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 * @param <F> the kind of files itself
 */
public abstract sealed class FileSource<T extends Record, F extends FileSource<T, F>>
    implements BoundedSource<T> permits CsvFiles, JsonFiles, TextFiles, FormatFiles {

  private final FileSpec<T> spec;

  FileSource(FileSpec<T> spec) {
    this.spec = spec;
  }

  final FileSpec<T> spec() {
    return spec;
  }

  abstract F with(FileSpec<T> changed);

  /**
   * Reads all files below the paths, however deep. Directories named {@code column=value} are then
   * not columns.
   *
   * @return a changed copy
   */
  public F recursive() {
    return with(spec.listing("recursiveFileLookup", "true"));
  }

  /**
   * Reads only files whose name matches.
   *
   * @param glob a pattern for the name alone, such as {@code *.csv}
   * @return a changed copy
   */
  public F named(String glob) {
    return with(spec.listing("pathGlobFilter", glob));
  }

  /**
   * Sets an option of Spark's reader and writer of this format that has no method here.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if it is a datetime pattern with a known slip, such as {@code
   *     mm}, minutes, where months are meant
   */
  public F option(String key, String value) {
    return with(spec.option(key, value));
  }

  /**
   * The same files as a source that a stream can follow, reading each file once when it comes.
   * Without this they are a table, also in a stream: what is there when it is read.
   *
   * @return the source
   * @throws IllegalStateException if there are several paths
   */
  public FollowedFiles<T> followed() {
    return FollowedFiles.of(this);
  }

  /**
   * A sink that adds files to those that are there, all of a run's or none.
   *
   * @return the sink
   * @throws IllegalStateException if there are several paths or the path is a glob
   */
  public FileSink<T> append() {
    return FileSink.of(spec, SaveMode.APPEND);
  }

  /**
   * A sink that replaces what is there, once the new data is complete. With {@link
   * FileSink#partitionBy} only the partitions that are in the new data are replaced; use {@link
   * #overwriteAll} to replace all. What a killed run leaves is told at {@link FileSink}.
   *
   * @return the sink
   * @throws IllegalStateException if there are several paths or the path is a glob
   */
  public FileSink<T> overwrite() {
    return FileSink.of(spec, SaveMode.OVERWRITE);
  }

  /**
   * A sink that replaces everything that is there, also the partitions the new data has not.
   *
   * @return the sink
   * @throws IllegalStateException if there are several paths or the path is a glob
   */
  public FileSink<T> overwriteAll() {
    return FileSink.of(spec, SaveMode.OVERWRITE_ALL);
  }

  /**
   * A sink that fails if there is anything at the path.
   *
   * @return the sink
   * @throws IllegalStateException if there are several paths or the path is a glob
   */
  public FileSink<T> errorIfExists() {
    return FileSink.of(spec, SaveMode.ERROR_IF_EXISTS);
  }

  /**
   * A sink that writes nothing if there is anything at the path.
   *
   * @return the sink
   * @throws IllegalStateException if there are several paths or the path is a glob
   */
  public FileSink<T> ignoreIfExists() {
    return FileSink.of(spec, SaveMode.IGNORE);
  }

  @Override
  public final Class<T> type() {
    return spec.type();
  }

  @Override
  public final String description() {
    return spec.description();
  }

  @Override
  public final Set<ResourceId> reads() {
    return spec.resources();
  }

  @Override
  public final List<String> check(SparkSession spark) {
    List<String> unreadable = unreadable(spark);
    return unreadable.isEmpty() ? checkContent(spark) : unreadable;
  }

  /** Problems before the files are followed; there may be none yet. */
  final List<String> checkStream(SparkSession spark) {
    List<String> unreadable = unreadable(spark);
    return unreadable.isEmpty() ? checkStreamContent(spark) : unreadable;
  }

  private List<String> unreadable(SparkSession spark) {
    List<String> unreadable = spec.loggedSecrets(spark);
    if (unreadable.isEmpty()) {
      unreadable = spec.pending(spark);
    }
    if (unreadable.isEmpty()) {
      unreadable = spec.missingPaths(spark);
    }
    return unreadable;
  }

  /** Looks at headers and schemas; the paths are there. */
  abstract List<String> checkContent(SparkSession spark);

  /** The same for files that are to be followed, of which the first may still have to come. */
  abstract List<String> checkStreamContent(SparkSession spark);

  /** The rows of files that come, which are those that {@link #read} would find in them. */
  abstract Dataset<Row> stream(SparkSession spark, FileInput input);

  @Override
  public final String toString() {
    return description();
  }
}
