package dev.sluice.spark.bridge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.LiveListenerBus;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.exchange.Exchange;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;

/**
 * Looks, before anything is done, whether this Spark has the inner methods that the bridges call.
 * These are public in byte code only, so another version of Spark may lack them; this says so in
 * words, where the JVM would throw a linkage error in the middle of a run.
 */
public final class KnownSpark {

  /** A method that is called and that Spark does not promise to keep. */
  record Internal(Class<?> owner, String method, Class<?> result, Class<?>... parameters) {

    boolean isThere() {
      try {
        MethodHandles.publicLookup()
            .findVirtual(owner, method, MethodType.methodType(result, parameters));
        return true;
      } catch (NoSuchMethodException | IllegalAccessException e) {
        return false;
      }
    }
  }

  private KnownSpark() {}

  /** Looked for once: the classes of a JVM stay the same. */
  private static final class Probe {

    static final Optional<String> MISSING = look();

    private static Optional<String> look() {
      try {
        return missing(internals());
      } catch (LinkageError e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * Refuses a Spark whose internals are not the ones that this was compiled against.
   *
   * @throws IllegalStateException naming what is missing
   */
  public static void require(String sparkVersion) {
    require(Probe.MISSING, sparkVersion);
  }

  static void require(Optional<String> missing, String sparkVersion) {
    if (missing.isPresent()) {
      throw new IllegalStateException(
          "Sluice does not know Spark %s: it needs %s, which this version does not have. Use the version of Spark that this version of Sluice is built for."
              .formatted(sparkVersion, missing.get()));
    }
  }

  /** The first of some methods that this Spark does not have. */
  static Optional<String> missing(List<Internal> internals) {
    return internals.stream()
        .filter(internal -> !internal.isThere())
        .map(internal -> internal.owner().getName() + "." + internal.method())
        .findFirst();
  }

  private static List<Internal> internals() {
    Class<?> seq = scala.collection.immutable.Seq.class;
    Class<?> map = scala.collection.immutable.Map.class;
    return List.of(
        new Internal(SparkContext.class, "listenerBus", LiveListenerBus.class),
        new Internal(
            LiveListenerBus.class,
            "addToQueue",
            void.class,
            SparkListenerInterface.class,
            String.class),
        new Internal(
            LiveListenerBus.class, "removeListener", void.class, SparkListenerInterface.class),
        new Internal(LiveListenerBus.class, "post", void.class, SparkListenerEvent.class),
        new Internal(
            org.apache.spark.sql.classic.SparkSession.class,
            "cloneSession",
            org.apache.spark.sql.classic.SparkSession.class),
        new Internal(SparkListenerSQLExecutionEnd.class, "qe", QueryExecution.class),
        new Internal(SparkListenerSQLExecutionEnd.class, "executionFailure", scala.Option.class),
        new Internal(QueryExecution.class, "analyzed", LogicalPlan.class),
        new Internal(QueryExecution.class, "executedPlan", SparkPlan.class),
        new Internal(QueryExecution.class, "observedMetrics", map),
        new Internal(ExpressionEncoder.class, "objSerializer", expression()),
        new Internal(ExpressionEncoder.class, "objDeserializer", expression()),
        new Internal(SparkPlan.class, "metrics", map),
        new Internal(SparkPlan.class, "subqueries", seq),
        new Internal(SparkPlan.class, "logicalLink", scala.Option.class),
        new Internal(SQLMetric.class, "value", long.class),
        new Internal(AdaptiveSparkPlanExec.class, "executedPlan", SparkPlan.class),
        new Internal(QueryStageExec.class, "plan", SparkPlan.class),
        new Internal(ReusedExchangeExec.class, "child", Exchange.class),
        new Internal(CommandResultExec.class, "commandPhysicalPlan", SparkPlan.class),
        new Internal(StageInfo.class, "accumulables", scala.collection.mutable.HashMap.class));
  }

  private static Class<?> expression() {
    return org.apache.spark.sql.catalyst.expressions.Expression.class;
  }
}
