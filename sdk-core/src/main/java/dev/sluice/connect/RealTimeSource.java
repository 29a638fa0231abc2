package dev.sluice.connect;

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
}
