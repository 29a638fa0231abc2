package dev.sluice.io.file;

import dev.sluice.connect.Secrets;
import dev.sluice.spark.files.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.SparkSession;

/**
 * Files as sources and sinks.
 *
 * <p>Each method names a format, the record the rows are, and where the files are: a file, a
 * directory, or a pattern ({@code *}, {@code ?}, {@code [ab]}, {@code {a,b}}), on any file system
 * Spark knows. What it gives is a {@link dev.sluice.connect.Source}; one call more says what is to
 * become of data that is already there and makes it a {@link dev.sluice.connect.Sink}:
 *
 * <pre>{@code
 * p.source("orders", Files.csv(Order.class, in + "/orders").header());
 * sales.sink("daily_sales", Files.parquet(DailySales.class, out + "/daily_sales").overwrite());
 * }</pre>
 */
public final class Files {

  private Files() {}

  /**
   * CSV, one row a line, values by position. See {@link CsvFiles#header()} for files with a header.
   *
   * @param type the record each row is; no lists, maps or records in it
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows, or not those of a CSV
   */
  public static <T extends Record> CsvFiles<T> csv(Class<T> type, String path, String... more) {
    return new CsvFiles<>(FileSpec.of(type, "csv", path, more));
  }

  /**
   * JSON, one object a line. See {@link JsonFiles#multiLine()} for objects over several lines.
   *
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> JsonFiles<T> json(Class<T> type, String path, String... more) {
    return new JsonFiles<>(FileSpec.of(type, "json", path, more));
  }

  /**
   * Parquet.
   *
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> FormatFiles<T> parquet(
      Class<T> type, String path, String... more) {
    return format("parquet", type, path, more);
  }

  /**
   * ORC.
   *
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> FormatFiles<T> orc(Class<T> type, String path, String... more) {
    return format("orc", type, path, more);
  }

  /**
   * Avro. Needs Spark's module {@code org.apache.spark:spark-avro_2.13}. Avro knows no byte, no
   * short and no {@code Duration}, and its maps have texts for keys: a record that has others is
   * refused by {@code check}.
   *
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> FormatFiles<T> avro(
      Class<T> type, String path, String... more) {
    return format("avro", type, path, more);
  }

  /**
   * Text, one row a line. The record's first component is the line, a String; further ones can only
   * be directories ({@code /data/day=2024-01-01}).
   *
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record's first component is not a String
   */
  public static <T extends Record> TextFiles<T> text(Class<T> type, String path, String... more) {
    return new TextFiles<>(FileSpec.of(type, "text", path, more));
  }

  /**
   * Files of a format that Spark loads by name and that know their own schema. The
   * format must be on the class path.
   *
   * @param format Spark's name of the format
   * @param type the record each row is
   * @param path where the files are
   * @param more further paths, for reading
   * @param <T> the record
   * @return the files
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> FormatFiles<T> format(
      String format, Class<T> type, String path, String... more) {
    return new FormatFiles<>(FileSpec.of(type, format, path, more));
  }

  /**
   * Brings a target into order whose writer was killed while it replaced the data, and removes what
   * that writer left. The target is then as it was before that write. The next run that writes the
   * target does the same by itself; this is for whom must read before.
   *
   * @param spark the session
   * @param path the target's path
   * @throws IllegalStateException if a run is writing the target
   * @throws IllegalArgumentException if the path is on a file system where Sluice replaces nothing
   * @throws UncheckedIOException if it cannot be done
   */
  public static void recover(SparkSession spark, String path) {
    try {
      Storage storage = Storage.of(spark, path);
      if (!storage.canReplace()) {
        throw new IllegalArgumentException(
            "%s is on an object store, where nothing is replaced and nothing can be left"
                .formatted(Secrets.masked(path)));
      }
      Workspace.open(storage, storage.resolve(path)).close();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot be brought into order: %s"
              .formatted(Secrets.masked(path), Secrets.masked(String.valueOf(e))),
          e);
    }
  }
}
