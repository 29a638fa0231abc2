package dev.sluice;

import dev.sluice.expr.Assignment;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.expr.StageKey;
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
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stages of a join so far, and how each is joined. Immutable.
 *
 * @param stages all of them, those of semi and anti joins included
 * @param legs how each is joined
 * @param shown the positions of those that have a handle, in order
 */
record JoinLegs(
    Pipeline pipeline, List<PlanNode> stages, List<Leg> legs, List<Integer> shown) {

  static JoinLegs first(Stage<?> stage) {
    return new JoinLegs(
        stage.pipeline(),
        List.of(stage.node()),
        List.of(Leg.first(CallSite.here())),
        List.of(0));
  }

  JoinLegs plus(Stage<?> stage, JoinKind kind, ExprNode condition, CallSite site) {
    return plus(stage, new Leg(kind, Optional.of(condition), site));
  }

  JoinLegs cross(Stage<?> stage) {
    return plus(stage, new Leg(JoinKind.CROSS, Optional.empty(), CallSite.here()));
  }

  /** The step that says when the rows of a further stage match. */
  <J> JoinStep<J> next(Stage<?> stage, JoinKind kind, Function<JoinLegs, J> next) {
    return new JoinStep<>(this, stage, kind, CallSite.here(), next);
  }

  /** The same with one more condition on the stage joined last. */
  JoinLegs and(ExprNode condition) {
    Leg leg = legs.get(last());
    ExprNode both = leg.condition().map(c -> Conditions.and(c, condition)).orElse(condition);
    // a cross join with a condition is an inner join
    JoinKind kind = leg.kind() == JoinKind.CROSS ? JoinKind.INNER : leg.kind();
    return with(
        last(), new Leg(kind, Optional.of(both), leg.within(), leg.filter(), leg.site()));
  }

  /** One more key of a stage joined before. */
  <S, R, K, J> EqualTo<S, R, K, J> and(ExprNode key, Function<JoinLegs, J> next) {
    return new EqualTo<>(key, last(), condition -> next.apply(and(condition)));
  }

  /** How many stages are joined. */
  int size() {
    return legs.size();
  }

  /** Only the rows for which this is true, of all that come out so far. */
  JoinLegs filter(ExprNode condition) {
    int leg = legs.size() - 1;
    return with(leg, legs.get(leg).filter(condition));
  }

  /** The same with a bound of the event times of two timed stages. */
  JoinLegs within(Duration from, Duration to) {
    CallSite site = CallSite.here();
    TimeBound bound = new TimeBound(time(0, site), time(last(), site), from, to, site);
    return with(last(), legs.get(last()).within(bound));
  }

  /** The column of a stage, by its handle's position. */
  ExprNode key(int position, Serializable accessor) {
    return FieldReader.field(accessor, shown.get(position));
  }

  /** An expression over a stage, by its handle's position. */
  ExprNode key(int position, Expr<?, ?> key) {
    return Conditions.moved(key.node(), shown.get(position));
  }

  /** An expression over a stage, by its handle's position. */
  ExprNode key(int position, StageKey.Any<?> key) {
    return Conditions.moved(StageKey.node(key), shown.get(position));
  }

  /** The handle at a position. */
  <S, T> Side<S, T> side(int position) {
    return Side.of(shown.get(position));
  }

  <T extends Record> Stage<T> select(Projection<?, T> row) {
    return stage("join", row.record(), Outputs.of(row));
  }

  <T extends Record> Stage<T> enrich(Class<T> record, List<? extends Assignment<?, T>> sets) {
    List<PlanNode> sources = shown.stream().map(stages::get).toList();
    return stage("enrich", record, Outputs.byName(sources, shown, record, sets));
  }

  /** The join as a stage. */
  PlanNode node(Origin origin, List<Output> outputs) {
    return new PlanNode(origin, new Join(legs, outputs), stages);
  }

  /** The position of the stage joined last; in a chain, of the last one that has a handle. */
  private int last() {
    return legs.size() == 2 ? 1 : shown.get(shown.size() - 1);
  }

  private <T extends Record> Stage<T> stage(String verb, Class<?> record, List<Output> outputs) {
    String name = verb + " " + record.getSimpleName();
    return new Stage<>(
        pipeline, node(new Origin(name, record, legs.get(1).site()), outputs));
  }

  private ExprNode time(int input, CallSite site) {
    return new ExprNode.Field(
        EventTimes.timeOf(stages.get(input)).orElseThrow(), input, site);
  }

  private JoinLegs plus(Stage<?> stage, Leg leg) {
    pipeline.requireSame(stage);
    boolean filters = leg.kind() == JoinKind.SEMI || leg.kind() == JoinKind.ANTI;
    return new JoinLegs(
        pipeline,
        with(stages, stage.node()),
        with(legs, leg),
        filters ? shown : with(shown, stages.size()));
  }

  private JoinLegs with(int position, Leg leg) {
    List<Leg> changed = new ArrayList<>(legs);
    changed.set(position, leg);
    return new JoinLegs(pipeline, stages, List.copyOf(changed), shown);
  }

  private static <E> List<E> with(List<E> list, E more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
