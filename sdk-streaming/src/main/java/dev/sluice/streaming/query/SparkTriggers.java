package dev.sluice.streaming.query;

import dev.sluice.streaming.bridge.RealTimeMode;
import dev.sluice.streaming.run.Trigger;

/** Triggers as Spark has them. */
final class SparkTriggers {

  private SparkTriggers() {}

  static org.apache.spark.sql.streaming.Trigger of(Trigger trigger) {
    if (trigger instanceof Trigger.Every every) {
      return org.apache.spark.sql.streaming.Trigger.ProcessingTime(every.interval().toMillis());
    }
    if (trigger instanceof Trigger.RealTime realTime) {
      return RealTimeMode.trigger(realTime.checkpointInterval().toMillis());
    }
    return org.apache.spark.sql.streaming.Trigger.AvailableNow();
  }
}
