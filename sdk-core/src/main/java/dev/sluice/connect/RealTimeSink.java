package dev.sluice.connect;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sink that Spark can write in real time: by a writer of Spark's own that sends each row as it
 * comes, and does not wait for an epoch to end. A row is sent at least once.
 *
 * <pre>{@code
 * public RealTimeWrite realTime(Dataset<Row> rows) {
 *   return new RealTimeWrite("kafka", Map.of("topic", "bids", …), rows.select(key, value));
 * }
 * }</pre>
 *
 * @param <T> the record each row is
 */
public interface RealTimeSink<T extends Record> extends Sink<T> {

  /**
   * How Spark is to write rows. Nothing is started.
   *
   * @param rows a streaming dataset; its columns are those of the record, by its column names, in the
   *     order of its components
   * @return what Spark is told
   */
  RealTimeWrite realTime(Dataset<Row> rows);

  /**
   * What keeps this sink, as it is configured, from being written in real time, although its type can
   * be, such as a number of the epoch in each message. It is called without a session.
   *
   * @return one sentence for each problem, with what to do; none unless overridden
   */
  default List<String> realTimeProblems() {
    return List.of();
  }
}
