package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.StageKey;
import dev.sluice.plan.JoinKind;
import java.util.function.Function;

/**
 * The step of a join that says when two rows match: on keys of one type, {@code
 * on(Order::productId).equalTo(Product::productId)}, or on a condition, {@code where((o, p) -> …)}.
 *
 * @param <L> the left record
 * @param <R> the right record
 * @param <J> the step that follows
 */
@SuppressWarnings("overloads") // a lambda over a handle is the more specific of the two
public final class JoinOn<L extends Record, R extends Record, J> {

  private final JoinStep<J> step;

  private JoinOn(JoinStep<J> step) {
    this.step = step;
  }

  static <L extends Record, R extends Record, J> JoinOn<L, R, J> of(
      Stage<L> left, Stage<R> right, JoinKind kind, Function<JoinLegs, J> next) {
    return new JoinOn<>(JoinLegs.first(left).next(right, kind, next));
  }

  /**
   * The left key; {@code equalTo} takes the right one, of the same type. Rows with a NULL key never
   * match.
   */
  public <K> EqualTo<Joined2<L, R>, R, K, J> on(Fields.Typed<L, K> accessor) {
    return step.on(step.key(0, accessor));
  }

  /** The left key, computed. */
  public <K> EqualTo<Joined2<L, R>, R, K, J> on(Expr<L, K> key) {
    return step.on(step.key(0, key));
  }

  /** The left key, by the handle of its stage: {@code on(o -> o.col(Order::productId))}. */
  public <K> EqualTo<Joined2<L, R>, R, K, J> on(Handles.Key<Joined2<L, R>, L, K> key) {
    return step.on(key.of(step.side(0)).node());
  }

  /** A column of a record that is not the left one: the compiler refuses what follows. */
  public <X> StageKey.NotJoined<X> on(Fields.Named<X> accessor) {
    return StageKey.NotJoined.of();
  }

  /** An expression of a record that is not the left one: the compiler refuses what follows. */
  public <X> StageKey.NotJoined<X> on(StageKey.Any<X> key) {
    return StageKey.NotJoined.of();
  }

  /** When two rows match, over the handles of both sides. */
  public J where(
      Handles.Of2<Joined2<L, R>, L, R, BoolExpr<Joined2<L, R>>> condition) {
    return step.where(condition.of(step.side(0), step.right()).node());
  }
}
