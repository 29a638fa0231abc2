package dev.sluice.streaming.query;

import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** How a query is given to Spark; another than {@link #BY_SPARKS_CLOCK} is for tests. */
@FunctionalInterface
public interface QueryStart {

  /** As everybody does. */
  QueryStart BY_SPARKS_CLOCK =
      query -> query
          .rows()
          .writeStream()
          .queryName(query.name())
          .option("checkpointLocation", query.checkpoint())
          .outputMode(query.mode())
          .trigger(query.trigger())
          .foreachBatch(query.epoch())
          .start();

  /**
   * A query that is ready to start.
   *
   * @param name shown in Spark's UI
   * @param checkpoint the directory of its checkpoint
   * @param rows what it computes
   * @param mode which rows an epoch gets
   * @param trigger when it looks for new rows
   * @param epoch what is done with the rows of an epoch
   */
  record Query(
      String name,
      String checkpoint,
      Dataset<Row> rows,
      OutputMode mode,
      Trigger trigger,
      VoidFunction2<Dataset<Row>, Long> epoch) {}

  /**
   * Starts it.
   *
   * @throws TimeoutException if Spark says so
   */
  StreamingQuery start(Query query) throws TimeoutException;

  /** The rows of an epoch as its sinks get them, at the moment when they are to be computed. */
  default Dataset<Row> inHand(Dataset<Row> epoch) {
    return epoch;
  }
}
