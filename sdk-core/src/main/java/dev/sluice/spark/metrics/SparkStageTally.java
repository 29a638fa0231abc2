package dev.sluice.spark.metrics;

import dev.sluice.spark.bridge.SparkStage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.executor.TaskMetrics;

/** Adds up the tasks of one Spark stage while they end. Not safe for several threads. */
final class SparkStageTally {
  private final int id;
  private final int tasks;
  private final Set<Integer> done = new HashSet<>();
  private final Set<Long> metrics = new HashSet<>();
  private long rowsRead;
  private long largestTaskRows;
  private long taskMillis;
  private long longestTaskMillis;
  private long shuffleBytes;
  private long spillBytes;
  private long peakMemoryBytes;
  private long rowsWritten;
  private long bytesWritten;
  private String failure;

  SparkStageTally(SparkStage stage) {
    this.id = stage.id();
    this.tasks = stage.tasks();
  }

  /**
   * Counts a task that succeeded, unless a copy of it was counted before: speculation and lost
   * executors make Spark run a task twice.
   *
   * @return whether it was counted
   */
  boolean add(int task, TaskMetrics figures) {
    if (!done.add(task)) {
      return false;
    }
    if (figures == null) {
      return true;
    }
    long read = figures.inputMetrics().recordsRead() + figures.shuffleReadMetrics().recordsRead();
    rowsRead += read;
    largestTaskRows = Math.max(largestTaskRows, read);
    taskMillis += figures.executorRunTime();
    longestTaskMillis = Math.max(longestTaskMillis, figures.executorRunTime());
    shuffleBytes += figures.shuffleWriteMetrics().bytesWritten();
    spillBytes += figures.diskBytesSpilled();
    peakMemoryBytes = Math.max(peakMemoryBytes, figures.peakExecutionMemory());
    rowsWritten += figures.outputMetrics().recordsWritten();
    bytesWritten += figures.outputMetrics().bytesWritten();
    return true;
  }

  void completed(Set<Long> changedMetrics, Optional<String> reason) {
    metrics.addAll(changedMetrics);
    failure = reason.orElse(null);
  }

  int tasks() {
    return tasks;
  }

  SparkStageFigures figures(Map<Long, String> metricOwners) {
    List<String> operators =
        metrics.stream()
            .map(metricOwners::get)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return new SparkStageFigures(
        id,
        tasks,
        done.size(),
        rowsRead,
        largestTaskRows,
        taskMillis / 1000.0,
        longestTaskMillis / 1000.0,
        shuffleBytes,
        spillBytes,
        peakMemoryBytes,
        rowsWritten,
        bytesWritten,
        operators,
        Optional.ofNullable(failure));
  }
}
