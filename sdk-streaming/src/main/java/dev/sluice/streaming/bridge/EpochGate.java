package dev.sluice.streaming.bridge;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.ExperimentalMethods;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A gate before each epoch of queries that Spark writes itself, where no code of ours sees the rows.
 * Spark plans every epoch anew, in the thread of its query and before any task starts, and asks the
 * rules of the session; this one changes no plan, and what it throws ends the query as it stands.
 */
public final class EpochGate extends Rule<LogicalPlan> {

  private final Runnable gate;

  private EpochGate(Runnable gate) {
    this.gate = gate;
  }

  /**
   * Sets the gate of all queries that are started in a session from now on, in place of an earlier
   * one.
   *
   * @param gate called before each epoch; what it throws ends the query
   */
  public static void set(SparkSession spark, Runnable gate) {
    ExperimentalMethods session =
        ((org.apache.spark.sql.classic.SparkSession) spark).experimental();
    List<Rule<LogicalPlan>> rules = new ArrayList<>();
    CollectionConverters.asJava(session.extraOptimizations()).stream()
        .filter(rule -> !(rule instanceof EpochGate))
        .forEach(rules::add);
    rules.add(new EpochGate(gate));
    session.extraOptimizations_$eq(CollectionConverters.asScala(rules).toSeq());
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    gate.run();
    return plan;
  }
}
