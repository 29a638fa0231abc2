package dev.sluice.spark.run;

import dev.sluice.plan.Plan;
import dev.sluice.run.RunOptions;
import java.time.Instant;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/**
 * What all parts of an execution know of it.
 *
 * @param plan what is executed
 * @param spark the session that does it
 * @param options how
 * @param listeners who is told
 * @param id tells this execution apart from all others, also in names of tags and observations
 * @param label what Spark's own pages show before the name of each sink
 * @param started when it started; rejected rows carry it
 */
record RunContext(
    Plan plan,
    SparkSession spark,
    RunOptions options,
    GuardedListeners listeners,
    String id,
    String label,
    Instant started) {

  /** A run that starts now, under an id of its own. */
  static RunContext of(Plan plan, SparkSession spark, RunOptions options) {
    return new RunContext(
        plan,
        spark,
        options,
        new GuardedListeners(options.listeners()),
        UUID.randomUUID().toString().substring(0, 8),
        plan.name(),
        Instant.now());
  }

  /**
   * One epoch of this run, which starts now. The same number after a failure is the same epoch,
   * tried again.
   */
  RunContext epoch(long number) {
    return new RunContext(
        plan,
        spark,
        options,
        listeners,
        id + "-" + number,
        plan.name() + ", epoch " + number,
        Instant.now());
  }

  /** What Spark's own pages are told of the jobs of this thread from now on. */
  void describe(String work) {
    SparkDescription.set(spark, label, work);
  }
}
