package dev.sluice.spark.files;

import dev.sluice.spark.bridge.ListenerQueue;
import dev.sluice.spark.bridge.SparkEvents;
import dev.sluice.spark.bridge.SparkStage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes files and, if that fails, comes back only when no task writes any more. Spark reports a
 * failed or cancelled job at once, while its other tasks run on and make again what is being
 * removed.
 */
public final class WriteTasks {

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
    try (ListenerQueue queue = ListenerQueue.attach(context, tasks.new Events())) {
      context.addJobTag(tasks.tag);
      boolean complete = false;
      try {
        writer.save(path);
        complete = true;
      } finally {
        context.removeJobTag(tasks.tag);
        if (!complete && !context.isStopped()) {
          tasks.awaitEnd(context, queue);
        }
      }
    }
  }

  private void awaitEnd(SparkContext context, ListenerQueue queue) {
    boolean interrupted = Thread.interrupted();
    try {
      context.cancelJobsWithTag(tag, "its write has failed");
      awaitNoneRunning(queue);
      // a task that was launched last may be told of only now
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      awaitNoneRunning(queue);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitNoneRunning(ListenerQueue queue) throws InterruptedException {
    if (queue.awaitHeard(PATIENCE)) {
      awaitNoneOfThoseToldOf();
    }
  }

  private synchronized void awaitNoneOfThoseToldOf() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!running.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
  }

  private synchronized void submitted(int stage) {
    stages.add(stage);
  }

  private synchronized void started(long task, int stage) {
    if (stages.contains(stage)) {
      running.add(task);
    }
  }

  private synchronized void ended(long task) {
    running.remove(task);
    notifyAll();
  }

  /** What Spark tells of the write. */
  private final class Events implements SparkEvents {

    @Override
    public void submitted(SparkStage stage, Set<String> tags) {
      if (tags.contains(tag)) {
        WriteTasks.this.submitted(stage.id());
      }
    }

    @Override
    public void taskStarted(long task, int stage) {
      WriteTasks.this.started(task, stage);
    }

    @Override
    public void ended(TaskEnd task) {
      WriteTasks.this.ended(task.id());
    }
  }
}
