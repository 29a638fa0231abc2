package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Side;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Join.Leg;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What every semi or anti join has once its match is said.
 *
 * @param <L> the left record
 * @param <R> the right record
 * @param <J> the join itself
 */
@SuppressWarnings("overloads") // a lambda over a handle is the more specific of the two
abstract sealed class FilteringJoin<L extends Record, R extends Record, J> extends Stage<L>
    permits SemiJoining, TimedSemiJoining {

  private final JoinLegs legs;
  private final Function<JoinLegs, J> same;

  FilteringJoin(JoinLegs legs, Function<JoinLegs, J> same) {
    super(legs.pipeline(), left(legs));
    this.legs = legs;
    this.same = same;
  }

  final JoinLegs legs() {
    return legs;
  }

  /** One more left key. */
  public final <K> EqualTo<Joined2<L, R>, R, K, J> and(Fields.Typed<L, K> accessor) {
    return legs.and(legs.key(0, accessor), same);
  }

  /** One more left key, computed. */
  public final <K> EqualTo<Joined2<L, R>, R, K, J> and(Expr<L, K> key) {
    return legs.and(legs.key(0, key), same);
  }

  /** One more left key, by the handle of the left stage. */
  public final <K> EqualTo<Joined2<L, R>, R, K, J> and(Handles.Key<Joined2<L, R>, L, K> key) {
    return legs.and(key.of(legs.side(0)).node(), same);
  }

  /** One more condition for a match, over the handles of both sides. */
  public final J where(Handles.Of2<Joined2<L, R>, L, R, BoolExpr<Joined2<L, R>>> condition) {
    return same.apply(legs.and(condition.of(legs.side(0), Side.of(1)).node()));
  }

  private static PlanNode left(JoinLegs legs) {
    Leg right = legs.legs().get(1);
    Class<?> record = legs.stages().get(0).origin().record();
    String name =
        right.kind().name().toLowerCase(Locale.ROOT) + " join " + record.getSimpleName();
    return legs.node(new Origin(name, record, right.site()), List.of());
  }
}
