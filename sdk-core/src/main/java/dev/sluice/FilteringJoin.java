package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Join.Leg;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every semi or anti join has once its match is said.
 *
 * @param <L> the left record
 * @param <R> the right record
 * @param <J> the join itself
 */
abstract class FilteringJoin<L extends Record, R extends Record, J> {

  private final JoinLegs legs;
  private final Function<JoinLegs, J> same;

  FilteringJoin(JoinLegs legs, Function<JoinLegs, J> same) {
    this.legs = legs;
    this.same = same;
  }

  final JoinLegs legs() {
    return legs;
  }

  /** One more left key. */
  public final <K> EqualTo<R, K, J> and(Fields.Typed<L, K> accessor) {
    return new EqualTo<>(
        FieldReader.field(accessor), legs.last(), c -> same.apply(legs.and(c)));
  }

  /** One more condition for a match. */
  public final J where(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, BoolExpr<Joined<L, R>>> condition) {
    return same.apply(legs.and(condition.apply(legs.left(), legs.right()).node()));
  }

  final Stage<L> ofLeft() {
    Leg right = legs.legs().get(1);
    JoinKind kind = right.kind();
    Class<?> record = legs.stages().get(0).origin().record();
    String name = kind.name().toLowerCase(Locale.ROOT) + " join " + record.getSimpleName();
    return new Stage<>(
        legs.pipeline(),
        legs.node(new Origin(name, record, right.site()), List.of()));
  }
}
