package dev.sluice;

import dev.sluice.expr.Side;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.JoinKind;
import java.io.Serializable;
import java.util.function.Function;

/**
 * A stage that is being joined, before it is said when its rows match.
 *
 * @param left what was joined before
 * @param stage the stage
 * @param next what follows, of the legs with this one
 * @param <J> the step that follows
 */
record JoinStep<J>(
    JoinLegs left, Stage<?> stage, JoinKind kind, CallSite site, Function<JoinLegs, J> next) {

  /** The column of a stage joined before. */
  ExprNode key(int position, Serializable accessor) {
    return left.key(position, accessor);
  }

  /** An expression over a stage joined before. */
  ExprNode key(int position, StageKey.Any<?> key) {
    return left.key(position, key);
  }

  /** The left key; the right one follows. */
  <S, R, K> EqualTo<S, R, K, J> on(ExprNode key) {
    return new EqualTo<>(key, left.size(), this::where);
  }

  J where(ExprNode condition) {
    return next.apply(left.plus(stage, kind, condition, site));
  }

  /** The handle of a stage joined before. */
  <S, T> Side<S, T> side(int position) {
    return left.side(position);
  }

  /** The handle of the stage. */
  <S, T> Side<S, T> right() {
    return Side.of(left.size());
  }
}
