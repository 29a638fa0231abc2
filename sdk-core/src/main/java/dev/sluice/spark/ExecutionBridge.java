package dev.sluice.spark;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.CollectMetricsExec;
import org.apache.spark.sql.execution.ColumnarToRowTransition;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.DeserializeToObjectExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.MapElementsExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.RowToColumnarTransition;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SerializeFromObjectExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.UnionExec;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AQEShuffleReadExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.command.DataWritingCommandExec;
import org.apache.spark.sql.execution.command.ExecutedCommandExec;
import org.apache.spark.sql.execution.datasources.WriteFilesExec;
import org.apache.spark.sql.execution.datasources.v2.V2TableWriteExec;
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

  private static final String ROWS = "numOutputRows";

  private static final int FIELDS_IN_DESCRIPTION = 8;

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
    QueryExecution query = end.qe();
    if (query == null) {
      return PlanFigures.NONE;
    }
    boolean succeeded = failureOf(end).isEmpty();
    PlanReader reader = new PlanReader(succeeded);
    SparkPlan plan = query.executedPlan();
    reader.visit(plan, false);
    Map<String, Row> observed =
        succeeded ? Map.copyOf(CollectionConverters.asJava(query.observedMetrics())) : Map.of();
    return new PlanFigures(
        List.copyOf(reader.scans),
        List.copyOf(reader.operators),
        Optional.ofNullable(reader.written),
        succeeded ? rowsOut(plan) : OptionalLong.empty(),
        observed,
        Map.copyOf(reader.metricOwners));
  }

  /** The rows a plan gives out: those of the topmost operator that counts them. */
  private static OptionalLong rowsOut(SparkPlan plan) {
    if (!writes(plan) && plan.metrics().contains(ROWS)) {
      return OptionalLong.of(metric(plan, ROWS).value());
    }
    if (!(keepsRows(plan) || plan instanceof UnionExec)) {
      return OptionalLong.empty();
    }
    long rows = 0;
    for (SparkPlan below : below(plan)) {
      OptionalLong part = rowsOut(below);
      if (part.isEmpty()) {
        return part;
      }
      rows += part.getAsLong();
    }
    return OptionalLong.of(rows);
  }

  /** Whether the operator gives out exactly the rows it takes in, and has one input. */
  private static boolean keepsRows(SparkPlan plan) {
    return plan instanceof ProjectExec
        || plan instanceof WholeStageCodegenExec
        || plan instanceof InputAdapter
        || plan instanceof SortExec
        || plan instanceof Exchange
        || plan instanceof CollectMetricsExec
        || plan instanceof AdaptiveSparkPlanExec
        || plan instanceof QueryStageExec
        || plan instanceof AQEShuffleReadExec
        || plan instanceof ReusedExchangeExec
        || plan instanceof DeserializeToObjectExec
        || plan instanceof SerializeFromObjectExec
        || plan instanceof MapElementsExec
        || plan instanceof CommandResultExec
        || plan instanceof DataWritingCommandExec
        || plan instanceof WriteFilesExec
        || plan instanceof V2TableWriteExec;
  }

  private static boolean writes(SparkPlan plan) {
    return plan instanceof DataWritingCommandExec || plan instanceof ExecutedCommandExec;
  }

  private static List<SparkPlan> below(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      // Never finalPhysicalPlan, which would run what has not been run.
      return List.of(adaptive.executedPlan());
    }
    if (plan instanceof QueryStageExec stage) {
      return List.of(stage.plan());
    }
    if (plan instanceof ReusedExchangeExec reused) {
      return List.of(reused.child());
    }
    if (plan instanceof CommandResultExec command) {
      return List.of(command.commandPhysicalPlan());
    }
    if (plan instanceof InMemoryTableScanExec cached) {
      return List.of(cached.relation().cachedPlan());
    }
    return CollectionConverters.asJava(plan.children());
  }

  private static SQLMetric metric(SparkPlan plan, String name) {
    return plan.metrics().apply(name);
  }

  private static OptionalLong value(SparkPlan plan, String name) {
    return plan.metrics().contains(name)
        ? OptionalLong.of(metric(plan, name).value())
        : OptionalLong.empty();
  }

  /** Walks a plan, inputs first, and each operator once however often it is reused. */
  private static final class PlanReader {
    private final Set<SparkPlan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean succeeded;
    private final List<ScanFigures> scans = new ArrayList<>();
    private final List<OperatorFigures> operators = new ArrayList<>();
    private final Map<Long, String> metricOwners = new LinkedHashMap<>();
    private WriteFigures written;

    private PlanReader(boolean succeeded) {
      this.succeeded = succeeded;
    }

    private void visit(SparkPlan plan, boolean cached) {
      if (!seen.add(plan)) {
        return;
      }
      boolean cachedBelow = cached || plan instanceof InMemoryTableScanExec;
      below(plan).forEach(child -> visit(child, cachedBelow));
      CollectionConverters.asJava(plan.subqueries()).forEach(query -> visit(query, cached));
      read(plan, cached);
    }

    private void read(SparkPlan plan, boolean cached) {
      if (writes(plan)) {
        readWrite(plan);
      } else if (plan.metrics().contains(ROWS) && isOperator(plan)) {
        SQLMetric rows = metric(plan, ROWS);
        String description = plan.simpleString(FIELDS_IN_DESCRIPTION).strip();
        for (SQLMetric metric : CollectionConverters.asJava(plan.metrics()).values()) {
          metricOwners.put(metric.id(), plan.nodeName().strip());
        }
        if (plan.children().isEmpty()) {
          scans.add(scan(plan, rows, description, cached));
        } else {
          operators.add(
              new OperatorFigures(
                  rows.id(), plan.nodeName().strip(), description, rows.value(), cached));
        }
      }
    }

    private static ScanFigures scan(
        SparkPlan plan, SQLMetric rows, String description, boolean cached) {
      return new ScanFigures(
          rows.id(),
          plan.nodeName().strip(),
          description,
          ScanIdentity.ofScan(plan),
          rows.value(),
          value(plan, "numFiles"),
          value(plan, "filesSize"),
          cached);
    }

    /** Spark sets these once the job is committed, so after a failure zero means nothing. */
    private void readWrite(SparkPlan plan) {
      OptionalLong files = value(plan, "numFiles");
      OptionalLong bytes = value(plan, "numOutputBytes");
      OptionalLong rows = value(plan, ROWS);
      if (succeeded && files.isPresent() && bytes.isPresent() && rows.isPresent()) {
        WriteFigures these =
            new WriteFigures(rows.getAsLong(), bytes.getAsLong(), files.getAsLong());
        written = written == null ? these : written.plus(these);
      }
    }

    /** What changes or reads rows; not what only moves them or turns their format. */
    private static boolean isOperator(SparkPlan plan) {
      return !(plan instanceof Exchange
          || plan instanceof QueryStageExec
          || plan instanceof ReusedExchangeExec
          || plan instanceof InMemoryTableScanExec
          || plan instanceof CommandResultExec
          || plan instanceof ColumnarToRowTransition
          || plan instanceof RowToColumnarTransition);
    }
  }
}
