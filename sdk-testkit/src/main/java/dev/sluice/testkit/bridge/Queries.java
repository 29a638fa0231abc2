package dev.sluice.testkit.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.SparkPlan;
import scala.Option;

/** Queries, before and after Spark has planned and run them. */
public final class Queries {

  private Queries() {}

  /** Runs a query to its last row, which goes nowhere, and gives the plan that ran in the end. */
  public static Operator run(Dataset<?> query) {
    QueryExecution execution = execution(query);
    // the job of a count, but over rows that are whole; it leaves the final plan in the execution
    SQLExecution.withNewExecutionId(
        execution, Option.apply("plan assertions"), () -> execution.toRdd().count());
    return OperatorReader.read(execution.executedPlan());
  }

  /** A query as it was written. */
  public static QueryNode analyzed(Dataset<?> query) {
    return QueryReader.node(execution(query).analyzed());
  }

  /**
   * Whether the optimizer has computed rows, so that its plan no longer says how: those in memory,
   * unless the session keeps it from that, and those of which none can be left.
   */
  public static boolean hasComputedRows(Dataset<?> query) {
    boolean computes =
        !execution(query)
            .sparkSession()
            .sessionState()
            .conf()
            .getConfString("spark.sql.optimizer.excludedRules", "")
            .contains("ConvertToLocalRelation");
    return execution(query)
        .optimizedPlan()
        .exists(part -> part instanceof LocalRelation rows && (computes || rows.data().isEmpty()));
  }

  /** A query as the optimizer leaves it. */
  public static QueryNode optimized(Dataset<?> query) {
    return QueryReader.node(execution(query).optimizedPlan());
  }

  private static QueryExecution execution(Dataset<?> query) {
    return ((org.apache.spark.sql.classic.Dataset<?>) query).queryExecution();
  }

  /**
   * What a scan takes over from a filter right above it.
   *
   * @param given the filters it gets
   * @param left parts of the condition it does not get, as text
   */
  public record Offer(Set<Scan.Filter> given, List<String> left) {}

  /** What the only scan of a query gets of the filter above it; empty if it does not say. */
  public static Optional<Offer> offer(Dataset<?> filtered) {
    SparkPlan plan = execution(filtered).sparkPlan();
    List<Set<Scan.Filter>> given = new ArrayList<>();
    for (SparkPlan leaf : PlanParts.list(plan.collectLeaves())) {
      ScanReader.scan(leaf).flatMap(Scan::filters).ifPresent(given::add);
    }
    if (given.size() != 1) {
      return Optional.empty();
    }
    List<String> left =
        conditions(plan)
            .flatMap(Queries::conjuncts)
            .filter(part -> !given.get(0).contains(ScanReader.filter(part)))
            .map(part -> PlanParts.clean(part.toString()))
            .toList();
    return Optional.of(new Offer(given.get(0), left));
  }

  private static Stream<Expression> conditions(SparkPlan plan) {
    Stream<Expression> own =
        plan instanceof FilterExec filter ? Stream.of(filter.condition()) : Stream.empty();
    return Stream.concat(own,
        PlanParts.list(plan.children()).stream().flatMap(Queries::conditions));
  }

  private static Stream<Expression> conjuncts(Expression condition) {
    return condition instanceof And and
        ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
        : Stream.of(condition);
  }
}
