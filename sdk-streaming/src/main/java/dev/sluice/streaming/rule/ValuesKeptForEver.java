package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.util.Set;
import java.util.stream.Stream;

/** An aggregate that keeps the values of its group, of which no time says when it is over. */
final class ValuesKeptForEver implements StreamRule {

  /** Spark's names of those whose state grows with the rows, or with the different values. */
  private static final Set<String> KEEPING =
      Set.of(
          "collect_list", "collect_set", "array_agg", "listagg", "string_agg", "median", "mode",
          "percentile", "percentile_cont", "percentile_disc");

  @Override
  public Code code() {
    return Code.warning(
        "STATE-006",
        "an aggregate keeps the values of groups that no event time closes",
        "each group grows with its rows, and all of it is written again in each epoch that changes it",
        "accept it if there are few values in each group, or take approxPercentile(…), approxCountDistinct(…) or a window(…) of event time");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.changing().stream().flatMap(this::problems);
  }

  private Stream<Problem> problems(PlanNode groups) {
    return groups.expressions()
        .flatMap(ExprNode::tree)
        .filter(part -> part instanceof Call call && isKeeping(call))
        .map(part -> code().at(
            groups, part, "%s keeps all values it is given".formatted(ExprText.of(part))));
  }

  private static boolean isKeeping(Call call) {
    return call.fn().isAggregate()
        && !call.fn().distinct()
        && KEEPING.contains(call.fn().name());
  }
}
