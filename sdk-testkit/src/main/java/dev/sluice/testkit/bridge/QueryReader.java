package dev.sluice.testkit.bridge;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Exists;
import org.apache.spark.sql.catalyst.expressions.InSubquery;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.BROADCAST$;
import org.apache.spark.sql.catalyst.plans.logical.CollectMetrics;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.EventTimeWatermark;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.apache.spark.sql.catalyst.plans.logical.ResolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.SetOperation;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import scala.collection.immutable.Seq;

/** Reads a query before it is planned. */
final class QueryReader {

  private QueryReader() {}

  static QueryNode node(LogicalPlan plan) {
    return new QueryNode(
        new QueryNode.Traits(
            kind(plan),
            PlanParts.clean(plan.simpleString(PlanParts.FIELDS)),
            PlanParts.numbers(plan.output()),
            plan instanceof Window window
                ? Set.copyOf(PlanParts.namedNumbers(window.windowExpressions()))
                : PlanParts.functions(plan),
            plan.canonicalized(),
            plan instanceof ResolvedHint hint
                && hint.hints().strategy().exists(strategy -> strategy.equals(BROADCAST$.MODULE$)),
            PlanParts.udfs(plan)),
        asksOthers(plan)
            ? Stream.concat(nodes(plan.children()), nodes(plan.subqueries())).toList()
            : nodes(plan.children()).toList(),
        asksOthers(plan) ? List.of() : nodes(plan.subqueries()).toList());
  }

  private static Stream<QueryNode> nodes(Seq<LogicalPlan> plans) {
    return PlanParts.list(plans).stream().map(QueryReader::node);
  }

  /** Whether it asks of each row whether others have its like, which becomes a join. */
  static boolean asksOthers(LogicalPlan plan) {
    return plan instanceof Filter filter
        && filter.condition().exists(part -> part instanceof InSubquery || part instanceof Exists);
  }

  private static QueryNode.Kind kind(LogicalPlan plan) {
    if (plan.children().isEmpty()) {
      return QueryNode.Kind.LEAF;
    } else if (plan instanceof Join || asksOthers(plan)) {
      return QueryNode.Kind.JOIN;
    } else if (plan instanceof Aggregate
        || plan instanceof Distinct
        || plan instanceof Deduplicate
        || plan instanceof SetOperation) {
      return QueryNode.Kind.AGGREGATE;
    }
    return givesRowsThatWentIn(plan) ? QueryNode.Kind.BY_ROW : QueryNode.Kind.OTHER;
  }

  private static boolean givesRowsThatWentIn(LogicalPlan plan) {
    return plan instanceof Project
        || plan instanceof Filter
        || plan instanceof SubqueryAlias
        || plan instanceof ResolvedHint
        || plan instanceof Sort
        || plan instanceof GlobalLimit
        || plan instanceof LocalLimit
        || plan instanceof Sample
        || plan instanceof Union
        || plan instanceof View
        || plan instanceof RepartitionOperation
        || plan instanceof EventTimeWatermark
        || plan instanceof CollectMetrics;
  }
}
