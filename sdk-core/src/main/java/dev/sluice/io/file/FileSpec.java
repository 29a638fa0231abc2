package dev.sluice.io.file;

import dev.sluice.connect.PathName;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Secrets;
import dev.sluice.io.format.FormatOptions;
import dev.sluice.record.RecordType;
import dev.sluice.spark.files.Storage;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.SchemaDifference;
import dev.sluice.text.ClosestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one format: what reading and writing have in common.
 *
 * @param type the record
 * @param format Spark's name of the format
 * @param paths the paths as the user gave them
 * @param options options of the format, for reading and writing
 * @param listing options that say which files below the paths are read
 * @param exactColumns whether a column that the record does not have is a problem
 */
record FileSpec<T extends Record>(
    Class<T> type,
    String format,
    List<String> paths,
    Map<String, String> options,
    Map<String, String> listing,
    boolean exactColumns) {

  static <T extends Record> FileSpec<T> of(
      Class<T> type, String format, String path, String... more) {
    RecordType.of(type).requireValid();
    List<String> paths = new ArrayList<>(List.of(path));
    paths.addAll(List.of(more));
    return new FileSpec<>(type, format, List.copyOf(paths), Map.of(), Map.of(), false);
  }

  FileSpec<T> option(String key, String value) {
    return new FileSpec<>(type, format, paths, FormatOptions.with(options, key, value), listing,
        exactColumns);
  }

  FileSpec<T> listing(String key, String value) {
    return new FileSpec<>(type, format, paths, options, FormatOptions.with(listing, key, value),
        exactColumns);
  }

  FileSpec<T> withExactColumns() {
    return new FileSpec<>(type, format, paths, options, listing, true);
  }

  /** The differences between the data's columns and the record that are problems. */
  List<String> differences(StructType data) {
    return RecordSchemas.differences(data, record()).stream()
        .filter(d -> d.breaksReading() || (exactColumns && d instanceof SchemaDifference.Extra))
        .map(difference -> description() + ": " + difference.sentence())
        .toList();
  }

  /** Whether the files have columns that Spark can read one without the other. */
  boolean isColumnar() {
    return format.equals("parquet") || format.equals("orc");
  }

  RecordType record() {
    return RecordType.of(type);
  }

  String description() {
    return format + " " + String.join(", ", paths.stream().map(Secrets::masked).toList());
  }

  Set<ResourceId> resources() {
    return paths.stream().map(ResourceId::path).collect(Collectors.toUnmodifiableSet());
  }

  /** A reader of the format, or of the same files as another one. */
  DataFrameReader reader(SparkSession spark, String format) {
    return spark.read().format(format).options(listing);
  }

  /** Whether there is no file yet. */
  boolean isEmpty(SparkSession spark) {
    return reader(spark, "binaryFile").load(readable(spark, paths)).inputFiles().length == 0;
  }

  /**
   * The paths for a reader of Spark. What a glob matches is looked up here: Spark would do the
   * same, but it first looks for the log of a streaming sink at a path of that name, and warns with
   * a stack trace that there is none.
   */
  static String[] readable(SparkSession spark, List<String> paths) {
    List<String> matching =
        paths.stream().anyMatch(PathName::hasGlob)
            ? paths.stream().flatMap(path -> matching(spark, path)).toList()
            : paths;
    // what is not there is Spark's to say, and a name that looks like a glob is read by its glob
    // only
    boolean asGiven = matching.isEmpty() || matching.stream().anyMatch(PathName::hasGlob);
    return (asGiven ? paths : matching).toArray(String[]::new);
  }

  private static Stream<String> matching(SparkSession spark, String path) {
    try {
      return PathName.hasGlob(path)
          ? Storage.of(spark, path).matching(path).stream()
          : Stream.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException("what " + Secrets.masked(path) + " matches cannot be read", e);
    }
  }

  /**
   * Waits until no path is being replaced by a writer.
   *
   * @throws IllegalStateException if one stays between two states, because its writer was killed
   */
  void awaitWhole(SparkSession spark) {
    List<String> pending = pending(spark);
    if (!pending.isEmpty()) {
      throw new IllegalStateException(String.join("\n", pending));
    }
  }

  /** A sentence for each path that stays between two states, because its writer was killed. */
  List<String> pending(SparkSession spark) {
    List<String> problems = new ArrayList<>();
    for (String path : paths) {
      try {
        Storage storage = Storage.of(spark, path);
        if (storage.canReplace()) {
          for (String place : places(storage, path)) {
            PendingReplacement.of(storage, place)
                .ifPresent(
                    sentence -> problems.add(description() + ": " + Secrets.masked(sentence)));
          }
        }
      } catch (IOException e) {
        problems.add(
            "%s: cannot be looked at: %s"
                .formatted(description(), Secrets.masked(String.valueOf(e.getMessage()))));
      }
    }
    return problems;
  }

  private static List<String> places(Storage storage, String path) throws IOException {
    return PathName.hasGlob(path) ? storage.matching(path) : List.of(storage.resolve(path));
  }

  /**
   * A sentence for each path that holds a secret which Spark would write into its event log: there
   * it leaves secrets out of options and texts, but not out of all paths.
   */
  List<String> loggedSecrets(SparkSession spark) {
    if (!Boolean.parseBoolean(spark.conf().get("spark.eventLog.enabled", "false"))) {
      return List.of();
    }
    return paths.stream()
        .filter(Secrets::inUri)
        .map(
            path -> "%s: its path holds a secret, which would stand in Spark's event log; give it to the session, such as spark.hadoop.fs.s3a.secret.key"
                .formatted(description()))
        .toList();
  }

  /** A sentence for each path where there is nothing. */
  List<String> missingPaths(SparkSession spark) {
    List<String> problems = new ArrayList<>();
    for (String path : paths) {
      try {
        Storage storage = Storage.of(spark, path);
        if (storage.matching(path).isEmpty()) {
          problems.add(
              "%s: there is nothing at %s%s"
                  .formatted(description(), Secrets.masked(path), neighbour(storage, path)));
        }
      } catch (IOException e) {
        problems.add(
            "%s: cannot be read: %s"
                .formatted(description(), Secrets.masked(String.valueOf(e.getMessage()))));
      }
    }
    return problems;
  }

  private static String neighbour(Storage storage, String path) throws IOException {
    String trimmed = path.replaceAll("/+$", "");
    int slash = trimmed.lastIndexOf('/');
    if (slash <= 0 || PathName.hasGlob(path)) {
      return "";
    }
    Optional<String> close =
        ClosestName.to(trimmed.substring(slash + 1), storage.names(trimmed.substring(0, slash)));
    return close
        .map(
            name -> "; did you mean " + Secrets.masked(trimmed.substring(0, slash + 1) + name)
                + "?")
        .orElse("");
  }
}
