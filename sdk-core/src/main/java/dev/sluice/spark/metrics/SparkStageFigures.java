package dev.sluice.spark.metrics;

import java.util.List;
import java.util.Optional;

/**
 * One stage in Spark's sense: tasks that ran the same code on the partitions of one dataset. All
 * figures count the tasks that succeeded.
 *
 * @param id Spark's number of the stage
 * @param tasks how many tasks it has
 * @param tasksDone how many of them succeeded
 * @param rowsRead the rows its tasks read from sources, caches and shuffles
 * @param largestTaskRows the rows read by the task that read most
 * @param taskSeconds the run time of all its tasks together
 * @param longestTaskSeconds the run time of the longest task
 * @param shuffleBytes the bytes it wrote to a shuffle
 * @param spillBytes the bytes it spilled to disk because they did not fit into memory
 * @param peakMemoryBytes the most memory a single task used for sorts, joins and aggregates
 * @param rowsWritten the rows its tasks wrote to files or, with JDBC, to a table
 * @param bytesWritten the bytes its tasks wrote to files
 * @param operators the names of the operators that ran in it
 * @param failure why it failed; empty if it did not
 */
record SparkStageFigures(
    int id,
    int tasks,
    int tasksDone,
    long rowsRead,
    long largestTaskRows,
    double taskSeconds,
    double longestTaskSeconds,
    long shuffleBytes,
    long spillBytes,
    long peakMemoryBytes,
    long rowsWritten,
    long bytesWritten,
    List<String> operators,
    Optional<String> failure) {

  /** The largest task's share of the rows read, from 0 to 1; 0 if no rows were read. */
  double largestShareOfRows() {
    return rowsRead == 0 ? 0 : (double) largestTaskRows / rowsRead;
  }

  /** The longest task's share of the run time, from 0 to 1; 0 if it was too short to measure. */
  double largestShareOfTime() {
    return taskSeconds == 0 ? 0 : longestTaskSeconds / taskSeconds;
  }
}
