package dev.sluice.spark.bridge;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.ExistenceJoin;
import org.apache.spark.sql.catalyst.plans.FullOuter$;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.LeftAnti$;
import org.apache.spark.sql.catalyst.plans.LeftOuter$;
import org.apache.spark.sql.catalyst.plans.RightOuter$;
import org.apache.spark.sql.execution.CollectMetricsExec;
import org.apache.spark.sql.execution.LimitExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.exchange.Exchange;
import org.apache.spark.sql.execution.joins.CartesianProductExec;
import org.apache.spark.sql.execution.joins.ShuffledHashJoinExec;
import org.apache.spark.sql.execution.joins.SortMergeJoinExec;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds what the observations of an executed plan counted, and leaves out those that may not have
 * seen every row once: a limit stops reading when it has enough, a join does not read one side of a
 * partition whose other side is empty, and a Cartesian product reads its partitions several times.
 * Whatever is exchanged has been read to its end, once, before.
 */
final class Observations {

  private final Map<String, Row> complete = new HashMap<>();

  private Observations() {}

  static Map<String, Row> of(SparkPlan executed) {
    Observations observations = new Observations();
    observations.visit(executed, true);
    return Map.copyOf(observations.complete);
  }

  private void visit(SparkPlan plan, boolean readToTheEnd) {
    if (plan instanceof CollectMetricsExec observation && readToTheEnd) {
      complete.putIfAbsent(observation.name(), observation.collectedMetrics());
    }
    int input = 0;
    for (SparkPlan below : PlanReader.below(plan)) {
      visit(below, plan instanceof Exchange || (readToTheEnd && readsToTheEnd(plan, input)));
      input++;
    }
    CollectionConverters.asJava(plan.subqueries()).forEach(query -> visit(query, true));
  }

  private static boolean readsToTheEnd(SparkPlan plan, int input) {
    if (plan instanceof LimitExec || plan instanceof CartesianProductExec) {
      return false;
    } else if (plan instanceof SortMergeJoinExec join) {
      return keepsAllRows(join.joinType(), input);
    } else if (plan instanceof ShuffledHashJoinExec join) {
      return keepsAllRows(join.joinType(), input);
    }
    return true;
  }

  /** Whether every row of that side, matched or not, matters for the result. */
  private static boolean keepsAllRows(JoinType type, int input) {
    boolean ofLeft =
        type == LeftOuter$.MODULE$ || type == LeftAnti$.MODULE$ || type instanceof ExistenceJoin;
    return type == FullOuter$.MODULE$ || (input == 0 ? ofLeft : type == RightOuter$.MODULE$);
  }
}
