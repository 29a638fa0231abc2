package dev.sluice.spark.bridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the metrics of an executed plan: it walks the plan, inputs first, through adaptive stages
 * and caches, and reads each operator once however often it is reused.
 *
 * <p>{@link KnownSpark} makes sure that Spark has all that is called here.
 */
final class PlanReader {

  /** The rows that an operator gives out: so named by Spark, and by accelerators built on DataFusion. */
  private static final List<String> ROWS = List.of("numOutputRows", "output_rows");

  private static final int FIELDS_IN_DESCRIPTION = 8;

  private final Set<SparkPlan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final boolean succeeded;
  private final List<ScanFigures> scans = new ArrayList<>();
  private final List<OperatorFigures> operators = new ArrayList<>();
  private final Map<Long, String> metricOwners = new LinkedHashMap<>();
  private WriteFigures written;

  private PlanReader(boolean succeeded) {
    this.succeeded = succeeded;
  }

  /**
   * Reads all figures of an executed plan.
   *
   * @param succeeded whether the execution did, without which some metrics mean nothing
   */
  static PlanFigures read(QueryExecution query, boolean succeeded) {
    PlanReader reader = new PlanReader(succeeded);
    SparkPlan plan = query.executedPlan();
    reader.visit(plan, false);
    Map<String, Row> observed = succeeded ? Observations.of(plan) : Map.of();
    return new PlanFigures(
        List.copyOf(reader.scans),
        List.copyOf(reader.operators),
        Optional.ofNullable(reader.written),
        succeeded ? rowsOut(plan) : OptionalLong.empty(),
        observed,
        Map.copyOf(reader.metricOwners));
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
      return;
    }
    Optional<SQLMetric> counted = rows(plan);
    if (counted.isPresent() && isOperator(plan)) {
      SQLMetric rows = counted.get();
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
    OptionalLong rows = value(plan, "numOutputRows");
    if (succeeded && files.isPresent() && bytes.isPresent() && rows.isPresent()) {
      WriteFigures these = new WriteFigures(rows.getAsLong(), bytes.getAsLong(), files.getAsLong());
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

  /** The rows a plan gives out: those of the topmost operator that counts them. */
  private static OptionalLong rowsOut(SparkPlan plan) {
    Optional<SQLMetric> counted = rows(plan);
    if (!writes(plan) && counted.isPresent()) {
      return OptionalLong.of(counted.get().value());
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

  /** The plans that a plan takes its rows from, those inside stages and caches too. */
  static List<SparkPlan> below(SparkPlan plan) {
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

  private static Optional<SQLMetric> rows(SparkPlan plan) {
    return ROWS.stream().filter(plan.metrics()::contains).findFirst().map(plan.metrics()::apply);
  }

  private static OptionalLong value(SparkPlan plan, String name) {
    return plan.metrics().contains(name)
        ? OptionalLong.of(plan.metrics().apply(name).value())
        : OptionalLong.empty();
  }
}
