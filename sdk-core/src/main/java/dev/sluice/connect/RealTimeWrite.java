package dev.sluice.connect;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What Spark's own writer of a stream is told.
 *
 * @param format the name of the writer, such as {@code kafka}
 * @param options its options, secrets included: never to be shown
 * @param rows the rows, with the columns that the writer takes
 */
public record RealTimeWrite(String format, Map<String, String> options, Dataset<Row> rows) {

  /** Copies the map. */
  public RealTimeWrite {
    options = Map.copyOf(options);
  }

  /** Without the values of the options. */
  @Override
  public String toString() {
    return format + " with " + options.keySet().stream().sorted().toList();
  }
}
