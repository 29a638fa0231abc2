package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.SparkEvents;
import dev.sluice.spark.bridge.SparkStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Adds up what Spark tells about the work of one sink. Not safe for several threads. */
final class SinkTally {
  private final String sink;
  private final long startedNanos;
  private long finishedNanos;
  private boolean finished;
  private final List<ExecutionFigures> executions = new ArrayList<>();
  private final Map<Integer, SparkStageTally> stages = new TreeMap<>();
  private final Map<Integer, Map<Integer, SparkStage>> waitingStagesOfJobs = new HashMap<>();
  private int lastJob = -1;
  private int lastStage = -1;
  private int submittedTasks;
  private int doneTasks;

  SinkTally(String sink, long nowNanos) {
    this.sink = sink;
    this.startedNanos = nowNanos;
  }

  String sink() {
    return sink;
  }

  void finished(long nowNanos) {
    finishedNanos = nowNanos;
    finished = true;
  }

  void ended(ExecutionFigures execution) {
    executions.add(execution);
  }

  void jobStarted(int job, List<SparkStage> stagesOfJob) {
    Map<Integer, SparkStage> waiting = new HashMap<>();
    int resultStage = -1;
    for (SparkStage stage : stagesOfJob) {
      waiting.put(stage.id(), stage);
      resultStage = Math.max(resultStage, stage.id());
    }
    waitingStagesOfJobs.put(job, waiting);
    if (job > lastJob) {
      lastJob = job;
      lastStage = resultStage;
    }
  }

  void jobEnded(int job) {
    waitingStagesOfJobs.remove(job);
  }

  SparkStageTally stageSubmitted(SparkStage stage) {
    waitingStagesOfJobs.values().forEach(waiting -> noLongerWaiting(stage.id(), waiting));
    SparkStageTally tally = stages.get(stage.id());
    if (tally == null) {
      tally = new SparkStageTally(stage);
      stages.put(stage.id(), tally);
      submittedTasks += stage.tasks();
    }
    return tally;
  }

  /** A stage starts when those before it are done or, their output being there, not needed. */
  private static void noLongerWaiting(int stage, Map<Integer, SparkStage> waiting) {
    SparkStage removed = waiting.remove(stage);
    if (removed != null) {
      for (int parent : removed.parents()) {
        noLongerWaiting(parent, waiting);
      }
    }
  }

  /** Counts a task that succeeded and tells whether the number of tasks done has grown. */
  boolean taskSucceeded(SparkStageTally stage, SparkEvents.TaskEnd task) {
    boolean counted = stage.add(task.index(), task.metrics());
    doneTasks += counted ? 1 : 0;
    return counted;
  }

  int tasksDone() {
    return doneTasks;
  }

  /** The tasks known so far: with adaptive execution further jobs may follow. */
  int tasksKnown() {
    return submittedTasks
        + waitingStagesOfJobs.values().stream()
            .flatMap(waiting -> waiting.values().stream())
            .mapToInt(SparkStage::tasks)
            .sum();
  }

  List<ExecutionFigures> executions() {
    return executions;
  }

  SinkFigures figures(long nowNanos, Map<Long, String> metricOwners) {
    SparkStageTally last = stages.get(lastStage);
    List<SparkStageFigures> stageFigures =
        stages.values().stream().map(stage -> stage.figures(metricOwners)).toList();
    return new SinkFigures(
        sink,
        ((finished ? finishedNanos : nowNanos) - startedNanos) / 1e9,
        last == null ? OptionalLong.empty() : OptionalLong.of(last.tasks()),
        List.copyOf(executions),
        stageFigures);
  }
}
