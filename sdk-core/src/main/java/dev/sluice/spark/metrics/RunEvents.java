package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.PlanFigures;
import dev.sluice.spark.bridge.SparkEvents;
import dev.sluice.spark.bridge.SparkStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears every event of a Spark application and keeps what belongs to one run, told by its job tags.
 * Spark calls it on one thread; figures may be asked for on any.
 */
public final class RunEvents implements SparkEvents {

  private record Started(SinkTally sink, QueryStart query) {}

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
  public synchronized void started(QueryStart query) {
    ofTags(query.tags()).ifPresent(sink -> running.put(query.id(), new Started(sink, query)));
  }

  @Override
  public synchronized void ended(QueryEnd query) {
    Started started = running.remove(query.id());
    if (started == null) {
      return;
    }
    QueryStart start = started.query();
    ExecutionFigures execution =
        new ExecutionFigures(
            query.id(),
            start.isRoot(),
            start.description(),
            (query.millis() - start.millis()) / 1000.0,
            plan(query),
            query.failure().map(RunEvents::message));
    started.sink().ended(execution);
    ended.add(execution);
  }

  /** A plan that failed to be made throws its error again when it is asked for. */
  private PlanFigures plan(QueryEnd query) {
    try {
      return query.plan().get();
    } catch (Exception e) { // also an AnalysisException, which is not declared
      if (query.failure().isEmpty()) {
        doubts.add(UNREADABLE);
      }
      LOG.debug("The plan of execution {} gives no figures", query.id(), e);
      return PlanFigures.NONE;
    }
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
  }

  @Override
  public void jobStarted(int job, Set<String> tags, List<SparkStage> stagesOfJob) {
    boolean ours;
    synchronized (this) {
      Optional<SinkTally> sink = ofTags(tags);
      sink.ifPresent(s -> jobs.put(job, s));
      sink.ifPresent(s -> s.jobStarted(job, stagesOfJob));
      ours = sink.isPresent();
    }
    if (ours && cancelled) {
      jobAfterCancel.run();
    }
  }

  @Override
  public synchronized void jobEnded(int job) {
    SinkTally sink = jobs.remove(job);
    if (sink != null) {
      sink.jobEnded(job);
    }
  }

  @Override
  public synchronized void submitted(SparkStage stage, Set<String> tags) {
    ofTags(tags)
        .ifPresent(
            sink -> {
              stages.put(
                  stage.id(),
                  new StageOfSink(sink, sink.stageSubmitted(stage), stage.usesCache()));
              if (stage.attempt() > 0) {
                doubts.add(REPEATED);
              }
            });
  }

  @Override
  public synchronized void taskStarted(long task, int stage) {
    StageOfSink of = stages.get(stage);
    if (of != null) {
      runningTasks.put(task, of.sink());
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

  @Override
  public synchronized void completed(int stage, Set<Long> metrics, Optional<String> failure) {
    StageOfSink of = stages.get(stage);
    if (of != null) {
      of.stage().completed(metrics, failure);
    }
  }

  @Override
  public void ended(TaskEnd task) {
    taskEnded(task.id());
    String sink;
    int done;
    int known;
    synchronized (this) {
      StageOfSink stage = stages.get(task.stage());
      if (stage == null) {
        return;
      }
      if (!task.isSuccessful() && stage.usesCache()) {
        doubts.add(LOST_IN_CACHE);
      }
      if (!task.isSuccessful() || !stage.sink().taskSucceeded(stage.stage(), task)) {
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
