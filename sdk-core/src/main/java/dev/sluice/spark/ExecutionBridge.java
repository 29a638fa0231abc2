package dev.sluice.spark;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.scheduler.LiveListenerBus;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.exchange.Exchange;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import scala.jdk.javaapi.CollectionConverters;

/**
 * All that is needed of Spark's execution internals to report on a run: the listener bus and the
 * metrics of executed plans. These are public in byte code only, so another version of Spark may
 * lack them; {@link #requireKnownSpark} says so before a run starts, in words, where the JVM would
 * throw a linkage error in the middle of it.
 */
final class ExecutionBridge {

  /**
   * One queue, so one thread, for all observers of an application. Spark never forgets the metrics
   * of a queue's name, so a name for each run would leak them; the queue itself ends with its last
   * listener.
   */
  private static final String QUEUE = "sluice";

  /** A method that is called here and that Spark does not promise to keep. */
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

  private ExecutionBridge() {}

  /**
   * Refuses a Spark whose internals are not the ones this class was compiled against.
   *
   * @throws IllegalStateException naming what is missing
   */
  static void requireKnownSpark(String sparkVersion) {
    try {
      require(internals(), sparkVersion);
    } catch (LinkageError e) {
      throw unknownSpark(sparkVersion, e.getMessage(), e);
    }
  }

  static void require(List<Internal> internals, String sparkVersion) {
    for (Internal internal : internals) {
      if (!internal.isThere()) {
        throw unknownSpark(
            sparkVersion, internal.owner().getName() + "." + internal.method(), null);
      }
    }
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
        new Internal(SparkListenerSQLExecutionEnd.class, "qe", QueryExecution.class),
        new Internal(SparkListenerSQLExecutionEnd.class, "executionFailure", scala.Option.class),
        new Internal(QueryExecution.class, "executedPlan", SparkPlan.class),
        new Internal(QueryExecution.class, "observedMetrics", map),
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

  private static IllegalStateException unknownSpark(
      String version, String missing, Throwable cause) {
    return new IllegalStateException(
        "Sluice cannot observe runs on Spark "
            + version
            + ": it reads the metrics of executed plans through "
            + missing
            + ", which this version does not have. Use the version of Spark that this version of"
            + " Sluice is built for.",
        cause);
  }

  static void attach(SparkContext context, SparkListener listener) {
    context.listenerBus().addToQueue(listener, QUEUE);
  }

  static void detach(SparkContext context, SparkListener listener) {
    context.listenerBus().removeListener(listener);
  }

  static void post(SparkContext context, SparkListenerEvent event) {
    context.listenerBus().post(event);
  }

  /** The execution a Spark job or stage belongs to. */
  static OptionalLong executionOf(Properties properties) {
    String id = properties == null ? null : properties.getProperty(SQLExecution.EXECUTION_ID_KEY());
    return id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id));
  }

  /** The tags of a Spark job or stage. */
  static Set<String> tagsOf(Properties properties) {
    String tags =
        properties == null ? null : properties.getProperty(SparkContext$.MODULE$.SPARK_JOB_TAGS());
    return tags == null ? Set.of() : Set.copyOf(List.of(tags.split(",")));
  }

  /** The ids of the metrics that the tasks of a stage have changed. */
  static Set<Long> metricsOf(StageInfo stage) {
    Set<Long> ids = new HashSet<>();
    for (Object id : CollectionConverters.asJava(stage.accumulables().keySet())) {
      ids.add((Long) id);
    }
    return ids;
  }

  static Optional<Throwable> failureOf(SparkListenerSQLExecutionEnd end) {
    return end.executionFailure().isDefined()
        ? Optional.of(end.executionFailure().get())
        : Optional.empty();
  }

  /** Reads all figures of the plan that an execution ended with. */
  static PlanFigures figuresOf(SparkListenerSQLExecutionEnd end) {
    return end.qe() == null
        ? PlanFigures.NONE
        : PlanReader.read(end.qe(), failureOf(end).isEmpty());
  }
}
