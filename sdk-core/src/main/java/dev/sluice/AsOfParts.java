package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.AsOf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The stages of an as-of join, and what was said of it so far; immutable. */
record AsOfParts(Pipeline pipeline, List<PlanNode> stages, AsOf verb) {

  static AsOfParts of(Stage<?> left, Stage<?> right, boolean keepsAll) {
    left.pipeline().requireSame(right);
    CallSite site = CallSite.here();
    ExprNode unsaid = new ExprNode.Invalid("the times of the join are not said", site);
    return new AsOfParts(
        left.pipeline(),
        List.of(left.node(), right.node()),
        new AsOf(List.of(), unsaid, unsaid, Optional.empty(), keepsAll, List.of(), site));
  }

  /** One more left key; the right one follows. */
  <S, R, K, J> EqualTo<S, R, K, J> key(ExprNode left, Function<AsOfParts, J> next) {
    return new EqualTo<>(left, 1, equal -> next.apply(with(verb.and(pair((Call) equal)))));
  }

  AsOfParts times(ExprNode left, ExprNode right) {
    return with(verb.times(left, right));
  }

  AsOfParts within(Duration tolerance) {
    return with(verb.within(tolerance));
  }

  <R extends Record> Stage<R> select(Class<?> record, List<Output> outputs) {
    String name = verb.name() + " " + record.getSimpleName();
    return new Stage<>(
        pipeline,
        new PlanNode(new Origin(name, record, verb.site()), verb.giving(outputs), stages));
  }

  <R extends Record> Stage<R> enrich(Class<R> record, List<? extends Assignment<?, R>> sets) {
    return select(record, Outputs.byName(stages, List.of(0, 1), record, sets));
  }

  private static AsOf.Pair pair(Call equal) {
    return new AsOf.Pair(equal.arguments().get(0), equal.arguments().get(1));
  }

  private AsOfParts with(AsOf changed) {
    return new AsOfParts(pipeline, stages, changed);
  }
}
