package dev.sluice.streaming.bridge;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** How many tasks can run at the same time. */
public final class TaskSlots {

  private static final int UNKNOWN = Integer.MAX_VALUE;

  private TaskSlots() {}

  /**
   * Of all executors that are there, or that were asked for and are yet to come.
   *
   * @return the number; {@link Integer#MAX_VALUE} where nobody can know
   */
  public static int of(SparkSession spark) {
    SparkContext context = spark.sparkContext();
    int now =
        context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile());
    if (context.isLocal()) {
      return now;
    }
    int most = Math.max(now, asked(context.getConf()));
    return most == 0 ? UNKNOWN : most;
  }

  private static int asked(SparkConf conf) {
    long executors =
        conf.getBoolean("spark.dynamicAllocation.enabled", false)
            ? conf.getInt("spark.dynamicAllocation.maxExecutors", UNKNOWN)
            : conf.getInt("spark.executor.instances", 0);
    long cores = conf.getInt("spark.executor.cores", 1);
    return (int) Math.min(UNKNOWN, executors * cores / conf.getInt("spark.task.cpus", 1));
  }
}
