package dev.sluice.io.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;

/**
 * How a new table keeps its rows.
 *
 * @param format Spark's name of the file format
 * @param partitions columns that become directories
 * @param buckets into how many files each partition is divided, 0 for no buckets
 * @param bucketColumns by which columns
 * @param sorted columns each bucket is sorted by
 * @param options options of the format, among them {@code path} for an external table
 */
record TableLayout(
    String format,
    List<String> partitions,
    int buckets,
    List<String> bucketColumns,
    List<String> sorted,
    Map<String, String> options) {

  static final TableLayout PARQUET =
      new TableLayout("parquet", List.of(), 0, List.of(), List.of(), Map.of());

  TableLayout format(String name) {
    return new TableLayout(name, partitions, buckets, bucketColumns, sorted, options);
  }

  TableLayout partitions(List<String> columns) {
    return new TableLayout(format, columns, buckets, bucketColumns, sorted, options);
  }

  TableLayout buckets(int number, List<String> columns) {
    return new TableLayout(format, partitions, number, columns, sorted, options);
  }

  TableLayout sorted(List<String> columns) {
    return new TableLayout(format, partitions, buckets, bucketColumns, columns, options);
  }

  TableLayout option(String key, String value) {
    Map<String, String> changed = new TreeMap<>(options);
    changed.put(key, value);
    return new TableLayout(format, partitions, buckets, bucketColumns, sorted, changed);
  }

  void applyTo(DataFrameWriter<Row> writer) {
    writer.format(format).options(options).partitionBy(partitions.toArray(String[]::new));
    if (buckets > 0) {
      writer.bucketBy(buckets, bucketColumns.get(0), rest(bucketColumns));
    }
    if (!sorted.isEmpty()) {
      writer.sortBy(sorted.get(0), rest(sorted));
    }
  }

  private static String[] rest(List<String> columns) {
    String[] all = columns.toArray(String[]::new);
    return Arrays.copyOfRange(all, 1, all.length);
  }
}
