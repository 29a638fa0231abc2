package dev.sluice.spark.metrics;

import dev.sluice.connect.Secrets;
import dev.sluice.spark.bridge.KnownSpark;
import dev.sluice.spark.bridge.ListenerQueue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Watches one run in a Spark session and collects what Spark measures anyway, at no extra job.
 *
 * <pre>{@code
 * try (RunObserver observer = RunObserver.start(spark, runId)) {
 *   observer.sink("daily_sales", () -> sink.write(rows));
 *   RunFigures figures = observer.await(Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>The work of each sink is told by a job tag that is set on the thread that does it and on the
 * threads it starts. So sinks may be written by several threads at once, and several runs may share
 * a session.
 */
public final class RunObserver implements AutoCloseable {

  /** Is told each time a task of a sink is done. It is called on Spark's listener thread. */
  @FunctionalInterface
  public interface TaskProgress {

    /**
     * A task is done.
     *
     * @param sink the name of the sink
     * @param done the tasks done so far
     * @param known the tasks known so far; adaptive execution may add more
     */
    void tasks(String sink, int done, int known);
  }

  private static final long SETTLING_MILLIS = 20;

  private final SparkContext context;
  private final String tag;
  private final RunEvents events;
  private final ListenerQueue queue;

  private RunObserver(SparkContext context, String runId, TaskProgress progress) {
    this.context = context;
    this.tag = "sluice-run-" + encode(runId);
    this.events = new RunEvents(progress, () -> cancelJobs("the run was cancelled before"));
    this.queue = ListenerQueue.attach(context, events);
  }

  /**
   * Starts to watch.
   *
   * @throws IllegalStateException if this version of Spark cannot be observed
   */
  public static RunObserver start(SparkSession spark, String runId) {
    return start(spark, runId, (sink, done, known) -> {});
  }

  /**
   * Starts to watch and tells how far the tasks are. What {@code progress} throws, Spark logs.
   *
   * @throws IllegalStateException if this version of Spark cannot be observed
   */
  public static RunObserver start(SparkSession spark, String runId, TaskProgress progress) {
    KnownSpark.require(spark.version());
    return new RunObserver(spark.sparkContext(), runId, progress);
  }

  /** The job tag of everything this run starts, by which it can be cancelled. */
  String tag() {
    return tag;
  }

  /** Whether somebody stopped the session. */
  public boolean isStopped() {
    return context.isStopped();
  }

  /** Stops the Spark jobs of the run, those yet to come too; what waits for them fails. */
  public void cancel(String reason) {
    events.cancelled();
    cancelJobs(reason);
  }

  /** Spark cancels the jobs it knows; of later ones the listener tells. */
  private void cancelJobs(String reason) {
    context.cancelJobsWithTag(tag, reason);
  }

  /**
   * Does the work of one sink, on this thread, and counts all that Spark does for it as the sink's.
   *
   * @throws IllegalStateException if the run has had a sink of that name
   * @throws Exception what the work throws
   */
  public <R> R sink(String name, Callable<R> work) throws Exception {
    String sinkTag = tag + "-sink-" + encode(shown(name));
    SinkTally tally = events.sinkStarted(name, sinkTag);
    Set<String> before = tags();
    context.addJobTag(tag);
    context.addJobTag(sinkTag);
    try {
      return work.call();
    } finally {
      context.clearJobTags();
      before.forEach(context::addJobTag);
      events.sinkFinished(tally);
    }
  }

  private Set<String> tags() {
    Set<String> tags = new HashSet<>();
    context.getJobTags().foreach(tags::add);
    return tags;
  }

  /**
   * Waits until no task of the run is running any more; after a failure or a cancellation Spark
   * returns before.
   *
   * @return false if one may still be running
   */
  public boolean awaitTasks(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    for (int i = 0; i < 2; i++) {
      // a task that was launched last may be told of only now
      if (!passed(Duration.ofNanos(deadline - System.nanoTime()))
          || !events.awaitTasks(Duration.ofNanos(deadline - System.nanoTime()))) {
        return context.isStopped();
      }
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
    }
    return true;
  }

  /** Waits until everything Spark has told up to now is heard. */
  private boolean passed(Duration atMost) throws InterruptedException {
    return !context.isStopped() && queue.awaitHeard(atMost);
  }

  /**
   * Waits until everything Spark has told up to now is counted, and gives the figures. If that
   * takes too long, or the Spark context is stopped, it gives what there is, with that as a doubt.
   */
  public RunFigures await(Duration atMost) throws InterruptedException {
    return events.figures(passed(atMost));
  }

  /** Tags stand in Spark's event log; names that differ only in their secrets stay apart. */
  private static String shown(String name) {
    String masked = Secrets.masked(name);
    return masked.equals(name) ? name : masked + "-" + Integer.toHexString(name.hashCode());
  }

  /** A comma would end a tag. */
  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Stops watching. The figures that were given out stay. */
  @Override
  public void close() {
    queue.close();
  }
}
