package dev.sluice.connect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A source that Spark can follow in real time: row by row, and not epoch by epoch. Tasks that read it
 * go on until the next checkpoint, each in a slot of its own.
 *
 * @param <T> the record each row is
 */
public interface RealTimeSource<T extends Record> extends UnboundedSource<T> {

  /**
   * How many tasks read it at once. It is called after {@link #checkStream} has found no problem.
   *
   * @param spark the session that would read
   * @return 1 or more
   * @throws RuntimeException if it cannot be found out
   */
  int tasks(SparkSession spark);

  /**
   * Begins to follow it row by row, as {@link #readStream} does epoch by epoch. What sets the size of
   * epochs or divides them into tasks has no meaning there, and is left out.
   */
  Dataset<Row> readRealTime(StreamContext context);
}
