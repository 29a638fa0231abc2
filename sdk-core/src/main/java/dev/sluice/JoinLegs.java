package dev.sluice;

import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.plan.verb.TimeBound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages of a join so far, and how each is joined. Immutable. */
record JoinLegs(Pipeline pipeline, List<PlanNode> stages, List<Leg> legs) {

  static JoinLegs first(Stage<?> stage) {
    return new JoinLegs(
        stage.pipeline(), List.of(stage.node()), List.of(Leg.first(CallSite.here())));
  }

  JoinLegs plus(Stage<?> stage, JoinKind kind, ExprNode condition, CallSite site) {
    return plus(stage, new Leg(kind, Optional.of(condition), site));
  }

  JoinLegs cross(Stage<?> stage) {
    return plus(stage, new Leg(JoinKind.CROSS, Optional.empty(), CallSite.here()));
  }

  /** The same with one more condition on the last stage. */
  JoinLegs and(ExprNode condition) {
    Leg last = legs.get(last());
    ExprNode both = last.condition().map(c -> Conditions.and(c, condition)).orElse(condition);
    // a cross join with a condition is an inner join
    JoinKind kind = last.kind() == JoinKind.CROSS ? JoinKind.INNER : last.kind();
    return new JoinLegs(
        pipeline, stages,
        with(
            legs.subList(0, last()), new Leg(kind, Optional.of(both), last.within(), last.site())));
  }

  /** The same with a bound of the event times of two timed stages. */
  JoinLegs within(Duration from, Duration to) {
    CallSite site = CallSite.here();
    TimeBound bound = new TimeBound(time(0, site), time(last(), site), from, to, site);
    return new JoinLegs(
        pipeline, stages, with(legs.subList(0, last()), legs.get(last()).within(bound)));
  }

  private ExprNode time(int input, CallSite site) {
    return new ExprNode.Field(
        EventTimes.timeOf(stages.get(input)).orElseThrow(), input, site);
  }

  /** The join as a stage. */
  PlanNode node(Origin origin, List<Output> outputs) {
    return new PlanNode(origin, new Join(legs, outputs), stages);
  }

  /** The position of the last stage. */
  int last() {
    return legs.size() - 1;
  }

  /** How many stages are joined. */
  int size() {
    return legs.size();
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

  private JoinLegs plus(Stage<?> stage, Leg leg) {
    pipeline.requireSame(stage);
    return new JoinLegs(pipeline, with(stages, stage.node()), with(legs, leg));
  }

  private static <E> List<E> with(List<E> list, E more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
