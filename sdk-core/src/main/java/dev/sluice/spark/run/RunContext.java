package dev.sluice.spark.run;

import dev.sluice.connect.Epoch;
import dev.sluice.plan.Plan;
import dev.sluice.run.RunOptions;
import java.time.Instant;
import java.util.Optional;
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
 * @param epoch which batch of which stream it is; empty for a batch run
 */
record RunContext(
    Plan plan,
    SparkSession spark,
    RunOptions options,
    GuardedListeners listeners,
    String id,
    String label,
    Instant started,
    Optional<Epoch> epoch) {

  /** A run that starts now, under an id of its own. */
  static RunContext of(Plan plan, SparkSession spark, RunOptions options) {
    return new RunContext(
        plan,
        spark,
        options,
        new GuardedListeners(options.listeners()),
        UUID.randomUUID().toString().substring(0, 8),
        plan.name(),
        Instant.now(),
        Optional.empty());
  }

  /**
   * One epoch of a stream, which starts now. The same epoch after a failure is that one, tried
   * again.
   *
   * @param session the one that the rows of the epoch belong to
   */
  RunContext epoch(Epoch epoch, SparkSession session) {
    return new RunContext(
        plan,
        session,
        options,
        listeners,
        id + "-" + epoch.id(),
        plan.name() + ", epoch " + epoch.id(),
        Instant.now(),
        Optional.of(epoch));
  }

  /** What Spark's own pages are told of the jobs of this thread from now on. */
  void describe(String work) {
    SparkDescription.set(spark, label, work);
  }
}
