package dev.sluice.spark;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.SortKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines on which the expressions of a stage were written. */
final class StageSites {

  private StageSites() {}

  static Stream<CallSite> of(PlanNode stage) {
    return exprs(stage).flatMap(ExprNode::tree).flatMap(expr -> site(expr).stream());
  }

  /** The expressions of a stage. */
  static Stream<ExprNode> exprs(PlanNode stage) {
    if (stage instanceof PlanNode.Filter filter) {
      return Stream.of(filter.condition());
    } else if (stage instanceof PlanNode.Select select) {
      return outputs(select.outputs());
    } else if (stage instanceof PlanNode.Aggregate aggregate) {
      return Stream.of(
          outputs(aggregate.outputs()), aggregate.having().stream(), aggregate.keys().stream())
          .flatMap(exprs -> exprs);
    } else if (stage instanceof PlanNode.Join join) {
      return Stream.concat(
          outputs(join.outputs()), join.legs().stream().flatMap(leg -> leg.condition().stream()));
    } else if (stage instanceof PlanNode.Clean clean) {
      return clean.steps().stream().flatMap(StageSites::exprs);
    } else if (stage instanceof PlanNode.Sort sort) {
      return sort.orderBy().stream().map(SortKey::expr);
    } else if (stage instanceof PlanNode.Dedupe dedupe) {
      return dedupe.keepFirstBy().stream().map(SortKey::expr);
    }
    return Stream.empty();
  }

  private static Stream<ExprNode> outputs(List<PlanNode.Output> outputs) {
    return outputs.stream().map(PlanNode.Output::value);
  }

  private static Stream<ExprNode> exprs(CleanStep step) {
    if (step instanceof CleanStep.Fix fix) {
      return Stream.of(fix.value());
    } else if (step instanceof CleanStep.Rule rule) {
      return Stream.of(rule.condition());
    }
    return ((CleanStep.Dedupe) step).keepFirstBy().stream().map(SortKey::expr);
  }

  private static Optional<CallSite> site(ExprNode expr) {
    if (expr instanceof ExprNode.Call call) {
      return Optional.of(call.site());
    } else if (expr instanceof ExprNode.Cast cast) {
      return Optional.of(cast.site());
    } else if (expr instanceof ExprNode.Udf udf) {
      return Optional.of(udf.site());
    }
    return Optional.empty();
  }
}
