package dev.sluice.stages;

import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** What a stream of a source brings until nothing is left, by plain Spark. */
record AvailableRows(SparkSession spark, Path checkpoint) {

  /** The rows that have come since the last time, of each batch. */
  List<List<Row>> batches(UnboundedSource<?> source) throws Exception {
    List<List<Row>> batches = new ArrayList<>();
    VoidFunction2<Dataset<Row>, Long> keep = (rows, id) -> batches.add(rows.collectAsList());
    StreamingQuery query =
        source.readStream(new StreamContext(spark, "source")).writeStream()
            .option("checkpointLocation", checkpoint.toString())
            .trigger(Trigger.AvailableNow())
            .foreachBatch(keep)
            .start();
    query.awaitTermination();
    return batches;
  }

  /** All of them. */
  List<Row> of(UnboundedSource<?> source) throws Exception {
    return batches(source).stream().flatMap(List::stream).toList();
  }

  /** The values of one column of good rows, in order. */
  <V extends Comparable<V>> List<V> of(UnboundedSource<?> source, String column)
      throws Exception {
    return values(of(source).stream(), column);
  }

  static <V extends Comparable<V>> List<V> values(Stream<Row> rows, String column) {
    return rows
        .filter(
            row -> !Arrays.asList(row.schema().fieldNames()).contains("__malformed")
                || row.getAs("__malformed") == null)
        .map(row -> row.<V>getAs(column))
        .sorted()
        .toList();
  }
}
