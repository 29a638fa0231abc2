package dev.sluice.spark;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes files and, if that fails, comes back only when no task writes any more. Spark reports a
 * failed or cancelled job at once, while its other tasks run on and make again what is being
 * removed.
 */
public final class WriteTasks extends SparkListener {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SETTLING_MILLIS = 20;

  private final String tag = "sluice-write-" + UUID.randomUUID();
  private final Set<Integer> stages = new HashSet<>();
  private final Set<Long> running = new HashSet<>();

  private WriteTasks() {}

  /**
   * Writes.
   *
   * @param writer what is written, and how
   * @param spark the session
   * @param path where
   */
  public static void save(DataFrameWriter<Row> writer, SparkSession spark, String path) {
    SparkContext context = spark.sparkContext();
    WriteTasks tasks = new WriteTasks();
    ExecutionBridge.attach(context, tasks);
    context.addJobTag(tasks.tag);
    boolean complete = false;
    try {
      writer.save(path);
      complete = true;
    } finally {
      context.removeJobTag(tasks.tag);
      if (!complete && !context.isStopped()) {
        tasks.awaitEnd(context);
      }
      ExecutionBridge.detach(context, tasks);
    }
  }

  private void awaitEnd(SparkContext context) {
    boolean interrupted = Thread.interrupted();
    try {
      context.cancelJobsWithTag(tag, "its write has failed");
      awaitNoneRunning(context);
      // a task that was launched last may be told of only now
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      awaitNoneRunning(context);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitNoneRunning(SparkContext context) throws InterruptedException {
    RunEvents.Barrier barrier = new RunEvents.Barrier();
    ExecutionBridge.post(context, barrier);
    if (barrier.passed().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      awaitNoneOfThoseToldOf();
    }
  }

  private synchronized void awaitNoneOfThoseToldOf() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!running.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof RunEvents.Barrier barrier) {
      barrier.passed().countDown();
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (ExecutionBridge.tagsOf(submitted.properties()).contains(tag)) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    if (stages.contains(start.stageId())) {
      running.add(start.taskInfo().taskId());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
    notifyAll();
  }
}
