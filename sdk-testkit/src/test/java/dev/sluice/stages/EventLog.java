package dev.sluice.stages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.JsonProtocol;

/** The lines that Spark's event log would get while this is open, and of some events that it leaves out. */
final class EventLog extends SparkListener implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SparkSession spark;

  EventLog(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private void add(SparkListenerEvent event) {
    lines.add(JsonProtocol.sparkEventToJsonString(event));
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    add(event);
  }

  @Override
  public void onJobStart(SparkListenerJobStart event) {
    add(event);
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    add(event);
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    add(event);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    add(event);
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}
