package dev.sluice;

import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode.Leg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages of a join so far. Immutable. */
record JoinLegs(Pipeline pipeline, List<Leg> legs) {

  static JoinLegs first(Stage<?> stage) {
    return new JoinLegs(
        stage.pipeline(),
        List.of(new Leg(stage.node(), JoinKind.INNER, Optional.empty(), CallSite.here())));
  }

  JoinLegs plus(Stage<?> stage, JoinKind kind, ExprNode condition, CallSite site) {
    pipeline.requireSame(stage);
    return plus(new Leg(stage.node(), kind, Optional.of(condition), site));
  }

  JoinLegs cross(Stage<?> stage) {
    pipeline.requireSame(stage);
    return plus(new Leg(stage.node(), JoinKind.CROSS, Optional.empty(), CallSite.here()));
  }

  /** The same with one more condition on the last stage. */
  JoinLegs and(ExprNode condition) {
    Leg last = legs.get(legs.size() - 1);
    ExprNode both = last.condition().map(c -> Conditions.and(c, condition)).orElse(condition);
    // a cross join with a condition is an inner join
    JoinKind kind = last.kind() == JoinKind.CROSS ? JoinKind.INNER : last.kind();
    return new JoinLegs(pipeline, legs.subList(0, legs.size() - 1))
        .plus(new Leg(last.stage(), kind, Optional.of(both), last.site()));
  }

  /** The position of the last stage. */
  int last() {
    return legs.size() - 1;
  }

  <L, R extends Record> Joining<L, R> joining() {
    return new Joining<>(this);
  }

  <L, R extends Record> Side<Joined<L, R>, L> left() {
    return Side.of(0, last());
  }

  <L, R extends Record> Side<Joined<L, R>, R> right() {
    return Side.of(last(), legs.size());
  }

  private JoinLegs plus(Leg leg) {
    return new JoinLegs(pipeline, Stream.concat(legs.stream(), Stream.of(leg)).toList());
  }
}
