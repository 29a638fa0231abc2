package dev.sluice.samples.latency;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.set;

import dev.sluice.Pipeline;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;

/** A stream that checks, changes and copies messages, while it is measured. */
interface Copying {

  /** How many epochs there were. */
  long epochs();

  /** Breaks it off. */
  void stop() throws TimeoutException;

  /** By a pipeline. */
  static Copying bySluice(
      SparkSession spark, LatencyTopics topics, String checkpoints, Trigger trigger) {
    // #region pipeline
    Pipeline pipeline = Pipeline.named("latency");
    pipeline.source("readings", topics.readings(topics.in()))
        .clean("valid", rules -> rules.require("a value", col(Reading::value).ge(0.0)))
        .enrich(Reading.class, set(Reading::value).to(col(Reading::value).times(2.0)))
        .sink("copy", topics.readings(topics.out()).append());
    StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints).trigger(trigger).start(spark);
    // #endregion
    return new Copying() {
      @Override
      public long epochs() {
        return run.progress().stream().mapToLong(step -> step.epoch() + 1).sum();
      }

      @Override
      public void stop() {
        run.stop();
      }
    };
  }

  /** The same by hand, with Spark's own writer. */
  static Copying byHand(
      SparkSession spark,
      LatencyTopics topics,
      String checkpoints,
      org.apache.spark.sql.streaming.Trigger trigger)
      throws TimeoutException {
    StreamingQuery query =
        spark
            .readStream()
            .format("kafka")
            .option("kafka.bootstrap.servers", topics.brokers())
            .option("subscribe", topics.in())
            .option("startingOffsets", "earliest")
            .load()
            .selectExpr(
                "from_json(CAST(value AS STRING), 'id LONG, sentMicros LONG, value DOUBLE') AS r")
            .where("r.value >= 0")
            .selectExpr(
                "to_json(named_struct('id', r.id, 'sentMicros', r.sentMicros, 'value', r.value * 2)) AS value")
            .writeStream()
            .format("kafka")
            .option("kafka.bootstrap.servers", topics.brokers())
            .option("topic", topics.out())
            .option("checkpointLocation", checkpoints)
            .outputMode(OutputMode.Update())
            .trigger(trigger)
            .start();
    return new Copying() {
      @Override
      public long epochs() {
        return query.lastProgress() == null ? 0 : query.lastProgress().batchId() + 1;
      }

      @Override
      public void stop() throws TimeoutException {
        query.stop();
      }
    };
  }
}
