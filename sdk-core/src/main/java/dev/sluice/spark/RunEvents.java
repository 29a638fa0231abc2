package dev.sluice.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears every event of a Spark application and keeps what belongs to one run, told by its job tags.
 * Spark calls it on one thread; figures may be asked for on any.
 */
final class RunEvents extends SparkListener {

  /** Comes out of the queue after all events that were put in before it. */
  static final class Barrier implements SparkListenerEvent {
    private final CountDownLatch passed = new CountDownLatch(1);

    CountDownLatch passed() {
      return passed;
    }

    @Override
    public boolean logEvent() {
      return false;
    }
  }

  private record Started(SinkTally sink, SparkListenerSQLExecutionStart event) {}

  private record StageOfSink(SinkTally sink, SparkStageTally stage, boolean usesCache) {}

  private static final String UNREADABLE =
      "The metrics of a query could not be read, so some numbers are missing.";
  private static final String LATE =
      "Spark did not report all it did in time, so some numbers may be too small.";
  private static final String LOST_IN_CACHE =
      "A task failed that may have filled a cache before, and Spark forgets what such a task"
          + " counted, so some numbers may be too small.";
  private static final String REPEATED =
      "Spark lost results and computed them again, so some numbers may be too large.";

  private static final Logger LOG = LoggerFactory.getLogger(RunEvents.class);

  private final RunObserver.TaskProgress progress;
  private final Runnable jobAfterCancel;
  private volatile boolean cancelled;
  private final Map<String, SinkTally> byTag = new LinkedHashMap<>();
  private final Map<Long, Started> running = new HashMap<>();
  private final Map<Integer, SinkTally> jobs = new HashMap<>();
  private final Map<Integer, StageOfSink> stages = new HashMap<>();
  private final Map<Long, SinkTally> runningTasks = new HashMap<>();
  private final List<ExecutionFigures> ended = new ArrayList<>();
  private final Set<String> doubts = new LinkedHashSet<>();

  /**
   * For one run.
   *
   * @param progress is told of tasks
   * @param jobAfterCancel is called when a job of the run starts though the run is cancelled
   */
  RunEvents(RunObserver.TaskProgress progress, Runnable jobAfterCancel) {
    this.progress = progress;
    this.jobAfterCancel = jobAfterCancel;
  }

  void cancelled() {
    cancelled = true;
  }

  synchronized SinkTally sinkStarted(String name, String tag) {
    if (byTag.containsKey(tag)) {
      throw new IllegalStateException("Sink \"" + name + "\" was started twice in one run");
    }
    SinkTally sink = new SinkTally(name, System.nanoTime());
    byTag.put(tag, sink);
    return sink;
  }

  synchronized void sinkFinished(SinkTally sink) {
    sink.finished(System.nanoTime());
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      executionStarted(start);
    } else if (event instanceof SparkListenerSQLExecutionEnd end) {
      executionEnded(end);
    } else if (event instanceof Barrier barrier) {
      barrier.passed().countDown();
    }
  }

  private synchronized void executionStarted(SparkListenerSQLExecutionStart start) {
    Set<String> tags = new HashSet<>();
    start.jobTags().foreach(tags::add);
    ofTags(tags).ifPresent(sink -> running.put(start.executionId(), new Started(sink, start)));
  }

  private synchronized void executionEnded(SparkListenerSQLExecutionEnd end) {
    Started started = running.remove(end.executionId());
    if (started == null) {
      return;
    }
    SparkListenerSQLExecutionStart start = started.event();
    boolean root =
        start.rootExecutionId().isEmpty()
            || start.rootExecutionId().get().equals(start.executionId());
    ExecutionFigures execution =
        new ExecutionFigures(
            end.executionId(),
            root,
            start.description(),
            (end.time() - start.time()) / 1000.0,
            plan(end),
            ExecutionBridge.failureOf(end).map(RunEvents::message));
    started.sink().ended(execution);
    ended.add(execution);
  }

  /** A plan that failed to be made throws its error again when it is asked for. */
  private PlanFigures plan(SparkListenerSQLExecutionEnd end) {
    try {
      return ExecutionBridge.figuresOf(end);
    } catch (RuntimeException e) {
      if (ExecutionBridge.failureOf(end).isEmpty()) {
        doubts.add(UNREADABLE);
      }
      LOG.debug("The plan of execution {} gives no figures", end.executionId(), e);
      return PlanFigures.NONE;
    }
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    boolean ours;
    synchronized (this) {
      Optional<SinkTally> sink = ofTags(ExecutionBridge.tagsOf(job.properties()));
      sink.ifPresent(s -> jobs.put(job.jobId(), s));
      sink.ifPresent(s -> s.jobStarted(job));
      ours = sink.isPresent();
    }
    if (ours && cancelled) {
      jobAfterCancel.run();
    }
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    SinkTally sink = jobs.remove(job.jobId());
    if (sink != null) {
      sink.jobEnded(job.jobId());
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    ofTags(ExecutionBridge.tagsOf(event.properties()))
        .ifPresent(
            sink -> {
              StageInfo stage = event.stageInfo();
              stages.put(
                  stage.stageId(),
                  new StageOfSink(sink, sink.stageSubmitted(stage), usesCache(stage)));
              if (stage.attemptNumber() > 0) {
                doubts.add(REPEATED);
              }
            });
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    StageOfSink stage = stages.get(event.stageId());
    if (stage != null) {
      runningTasks.put(event.taskInfo().taskId(), stage.sink());
    }
  }

  private synchronized void taskEnded(long task) {
    runningTasks.remove(task);
    notifyAll();
  }

  /** Waits until no task of the run is running; false if that takes too long. */
  synchronized boolean awaitTasks(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!runningTasks.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private static boolean usesCache(StageInfo stage) {
    return stage.rddInfos().exists(rdd -> rdd.storageLevel().isValid());
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    StageOfSink stage = stages.get(event.stageInfo().stageId());
    if (stage != null) {
      stage.stage().completed(event.stageInfo());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    taskEnded(event.taskInfo().taskId());
    String sink;
    int done;
    int known;
    synchronized (this) {
      StageOfSink stage = stages.get(event.stageId());
      if (stage == null) {
        return;
      }
      if (!event.taskInfo().successful() && stage.usesCache()) {
        doubts.add(LOST_IN_CACHE);
      }
      if (!event.taskInfo().successful()
          || !stage.sink().taskSucceeded(stage.stage(), event.taskInfo(), event.taskMetrics())) {
        return;
      }
      sink = stage.sink().sink();
      done = stage.sink().tasksDone();
      known = stage.sink().tasksKnown();
    }
    progress.tasks(sink, done, known);
  }

  private Optional<SinkTally> ofTags(Set<String> tags) {
    return tags.stream().filter(byTag::containsKey).map(byTag::get).findFirst();
  }

  synchronized RunFigures figures(boolean allEventsSeen) {
    Map<Long, String> metricOwners = new HashMap<>();
    ended.forEach(execution -> metricOwners.putAll(execution.plan().metricOwners()));
    long now = System.nanoTime();
    Map<String, SinkFigures> sinks = new LinkedHashMap<>();
    byTag.values().forEach(sink -> sinks.put(sink.sink(), sink.figures(now, metricOwners)));
    Set<String> all = new LinkedHashSet<>(doubts);
    if (!allEventsSeen || !running.isEmpty()) {
      all.add(LATE);
    }
    return new RunFigures(Collections.unmodifiableMap(sinks), observed(), List.copyOf(all));
  }

  private Map<String, Row> observed() {
    Map<String, Row> last = new LinkedHashMap<>();
    ended.forEach(execution -> last.putAll(execution.plan().observed()));
    return Map.copyOf(last);
  }
}
