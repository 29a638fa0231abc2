package dev.sluice.spark.bridge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.executor.TaskMetrics;

/**
 * What a Spark application tells while it works, of all its jobs. The tags are those of the thread
 * that has started the work. {@link ListenerQueue} calls it, on one thread.
 */
public interface SparkEvents {

  /**
   * A query has started.
   *
   * @param id its number
   * @param isRoot whether no other query started it
   * @param tags the tags of its jobs
   * @param description what Spark calls it
   * @param millis when, since 1970
   */
  record QueryStart(
      long id, boolean isRoot, Set<String> tags, String description, long millis) {}

  /**
   * A query has ended.
   *
   * @param id its number
   * @param millis when, since 1970
   * @param failure what it failed with
   * @param plan reads the figures of its plan; throws what kept Spark from making one
   */
  record QueryEnd(
      long id, long millis, Optional<Throwable> failure, Supplier<PlanFigures> plan) {}

  /**
   * A task has ended.
   *
   * @param id its number
   * @param stage the number of its stage
   * @param index its place in the stage, the same for its copies
   * @param isSuccessful whether it succeeded
   * @param metrics what it counted, or null if Spark does not know
   */
  record TaskEnd(long id, int stage, int index, boolean isSuccessful, TaskMetrics metrics) {}

  /** A query starts. */
  default void started(QueryStart query) {}

  /** A query has ended. */
  default void ended(QueryEnd query) {}

  /** A job starts, of so many stages. */
  default void jobStarted(int job, Set<String> tags, List<SparkStage> stages) {}

  /** A job has ended. */
  default void jobEnded(int job) {}

  /** A stage starts, or starts again. */
  default void submitted(SparkStage stage, Set<String> tags) {}

  /** A stage has ended; its tasks have changed those metrics. */
  default void completed(int stage, Set<Long> metrics, Optional<String> failure) {}

  /** A task starts. */
  default void taskStarted(long task, int stage) {}

  /** A task has ended. */
  default void ended(TaskEnd task) {}
}
