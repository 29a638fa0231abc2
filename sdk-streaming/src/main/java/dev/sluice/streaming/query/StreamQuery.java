package dev.sluice.streaming.query;

import dev.sluice.streaming.checkpoint.Claim;
import dev.sluice.streaming.run.Trigger;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** One query of a stream. */
interface StreamQuery {

  QueryPlan plan();

  default String name() {
    return plan().name();
  }

  /** Spark's part of it; null before it was started. */
  StreamingQuery spark();

  /**
   * Starts it.
   *
   * @throws TimeoutException if Spark says so
   */
  void start(SparkSession spark, Claim checkpoint, Trigger trigger)
      throws TimeoutException;

  /** Spark has committed an epoch. */
  void committed(StreamingQueryProgress epoch);

  /** How many rows of a step were late; empty if nothing of this query looks for them. */
  OptionalLong late(StreamingQueryProgress step);

  /** Waits until what is in the sources now has been delivered. */
  void processAllAvailable();

  /** Lets no further epoch begin. */
  void askToDrain();

  /** Waits for the epoch in hand, and ends it. */
  void drain() throws InterruptedException, TimeoutException;

  /** Ends it since another one has failed, so that all can begin again. */
  void giveUp() throws InterruptedException, TimeoutException;

  /** Ends it at once. */
  void stop() throws TimeoutException;

  /** Lets go of what it kept; called when it has ended. */
  void release();
}
