package dev.sluice.testkit.bridge;

import dev.sluice.testkit.bridge.Operator.Kind;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.optimizer.BuildLeft$;
import org.apache.spark.sql.catalyst.optimizer.BuildSide;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.execution.ColumnarToRowTransition;
import org.apache.spark.sql.execution.EmptyRelationExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.ReusedSubqueryExec;
import org.apache.spark.sql.execution.RowToColumnarTransition;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AQEShuffleReadExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeLike;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import org.apache.spark.sql.execution.joins.BaseJoinExec;
import org.apache.spark.sql.execution.joins.BroadcastHashJoinExec;
import org.apache.spark.sql.execution.joins.BroadcastNestedLoopJoinExec;
import org.apache.spark.sql.execution.window.WindowExecBase;
import scala.Option;

/** Reads the plan that ran: wrappers and adaptive stages are left out, reused parts are one. */
final class OperatorReader {

  private final Map<SparkPlan, Operator> operators = new IdentityHashMap<>();

  private OperatorReader() {}

  static Operator read(SparkPlan plan) {
    return new OperatorReader().operator(plan, Option.empty());
  }

  private Operator operator(SparkPlan plan, Option<LogicalPlan> link) {
    Option<LogicalPlan> own = plan.logicalLink().isDefined() ? plan.logicalLink() : link;
    if (isWrapper(plan)) {
      return operator(below(plan).get(0), own);
    }
    Operator known = operators.get(plan);
    if (known == null) {
      List<Operator> inputs =
          below(plan).stream().map(input -> operator(input, linkOfOnlyInput(plan, own))).toList();
      List<Operator> subqueries =
          PlanParts.list(plan.subqueries()).stream().map(query -> operator(query, Option.empty()))
              .toList();
      known = new Operator(traits(plan, own), inputs, subqueries);
      operators.put(plan, known);
    }
    return known;
  }

  /** An exchange that is reused may have lost its link; what is right above has the same leaves. */
  private static Option<LogicalPlan> linkOfOnlyInput(SparkPlan plan, Option<LogicalPlan> link) {
    return plan.children().size() == 1 ? link : Option.empty();
  }

  private static boolean isWrapper(SparkPlan plan) {
    return plan instanceof AdaptiveSparkPlanExec
        || plan instanceof QueryStageExec
        || plan instanceof WholeStageCodegenExec
        || plan instanceof InputAdapter
        || plan instanceof AQEShuffleReadExec
        || plan instanceof ColumnarToRowTransition
        || plan instanceof RowToColumnarTransition;
  }

  private static List<SparkPlan> below(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      return List.of(adaptive.executedPlan());
    } else if (plan instanceof QueryStageExec stage) {
      return List.of(stage.plan());
    } else if (plan instanceof ReusedExchangeExec reused) {
      return List.of(reused.child());
    } else if (plan instanceof ReusedSubqueryExec reused) {
      return List.of(reused.child());
    } else if (plan instanceof InMemoryTableScanExec cached) {
      return List.of(cached.relation().cachedPlan());
    }
    return PlanParts.list(plan.children());
  }

  private static Operator.Traits traits(SparkPlan plan, Option<LogicalPlan> link) {
    Set<Long> columns = new HashSet<>(PlanParts.numbers(plan.output()));
    if (link.isDefined()) {
      for (LogicalPlan leaf : PlanParts.list(link.get().collectLeaves())) {
        columns.addAll(PlanParts.numbers(leaf.output()));
      }
    }
    Optional<QueryNode> cached = Optional.empty();
    if (plan instanceof InMemoryTableScanExec scan) {
      columns.addAll(PlanParts.numbers(scan.relation().output()));
      cached = Optional.of(QueryReader.node(scan.relation().cacheBuilder().logicalPlan()));
    }
    Optional<Scan> scan = ScanReader.scan(plan);
    return new Operator.Traits(
        kind(plan),
        scan.map(s -> ScanReader.text(plan, s))
            .orElseGet(() -> PlanParts.clean(plan.simpleString(PlanParts.FIELDS))),
        Set.copyOf(columns),
        plan instanceof WindowExecBase window
            ? Set.copyOf(PlanParts.namedNumbers(window.windowExpression()))
            : PlanParts.functions(plan),
        PlanParts.udfs(plan),
        broadcastInput(plan),
        scan,
        cached);
  }

  private static Kind kind(SparkPlan plan) {
    if (plan instanceof ShuffleExchangeLike || shufflesItself(plan)) {
      return Kind.SHUFFLE;
    } else if (plan instanceof BroadcastExchangeLike) {
      return Kind.BROADCAST;
    } else if (plan instanceof ReusedExchangeExec || plan instanceof ReusedSubqueryExec) {
      return Kind.REUSED;
    } else if (plan instanceof InMemoryTableScanExec) {
      return Kind.CACHED;
    } else if (plan instanceof BaseJoinExec) {
      return Kind.JOIN;
    } else if (plan instanceof BaseAggregateExec) {
      return Kind.AGGREGATE;
    } else if (plan instanceof WindowExecBase) {
      return Kind.WINDOW;
    } else if (plan instanceof EmptyRelationExec
        || (plan instanceof LocalTableScanExec local && local.rows().isEmpty())) {
      return Kind.EMPTY;
    } else if (isOneRow(plan)) {
      return Kind.ONE_ROW;
    }
    return plan.children().isEmpty() ? Kind.SCAN : Kind.OTHER;
  }

  /** By the logical plan, because the operator has another class in each version of Spark. */
  private static boolean isOneRow(SparkPlan plan) {
    return plan.children().isEmpty()
        && plan.logicalLink().isDefined()
        && PlanParts.list(plan.logicalLink().get().collectLeaves()).stream()
            .allMatch(OneRowRelation.class::isInstance);
  }

  /** Limits bring rows together without an exchange. */
  private static boolean shufflesItself(SparkPlan plan) {
    return plan.metrics().contains("shuffleRecordsWritten")
        && plan.metrics().apply("shuffleRecordsWritten").value() > 0;
  }

  private static Optional<Integer> broadcastInput(SparkPlan plan) {
    if (plan instanceof BroadcastHashJoinExec join) {
      return Optional.of(input(join.buildSide()));
    }
    return plan instanceof BroadcastNestedLoopJoinExec join
        ? Optional.of(input(join.buildSide()))
        : Optional.empty();
  }

  private static int input(BuildSide side) {
    return side == BuildLeft$.MODULE$ ? 0 : 1;
  }
}
