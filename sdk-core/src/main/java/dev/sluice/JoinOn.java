package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.JoinKind;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The step of a join that says when two rows match: on keys of one type, {@code
 * on(Order::productId).equalTo(Product::productId)}, or on a condition, {@code where((o, p) -> …)}.
 *
 * @param <L> the left record
 * @param <R> the right record
 * @param <J> the step that follows
 */
public final class JoinOn<L extends Record, R extends Record, J> {

  private final JoinLegs left;
  private final Stage<R> right;
  private final JoinKind kind;
  private final Function<JoinLegs, J> next;

  private JoinOn(JoinLegs left, Stage<R> right, JoinKind kind, Function<JoinLegs, J> next) {
    this.left = left;
    this.right = right;
    this.kind = kind;
    this.next = next;
  }

  static <L extends Record, R extends Record> JoinOn<L, R, Joining<L, R>> pairs(
      Stage<L> left, Stage<R> right, JoinKind kind) {
    return new JoinOn<>(JoinLegs.first(left), right, kind, Joining::new);
  }

  static <L extends Record, R extends Record> JoinOn<L, R, TimedJoining<L, R>> pairs(
      TimedStage<L> left, TimedStage<R> right, JoinKind kind) {
    return new JoinOn<>(JoinLegs.first(left), right, kind, TimedJoining::new);
  }

  static <L extends Record, R extends Record> JoinOn<L, R, SemiJoining<L, R>> filtering(
      Stage<L> left, Stage<R> right, JoinKind kind) {
    return new JoinOn<>(JoinLegs.first(left), right, kind, SemiJoining::new);
  }

  static <L extends Record, R extends Record> JoinOn<L, R, TimedSemiJoining<L, R>> filtering(
      TimedStage<L> left, TimedStage<R> right, JoinKind kind) {
    return new JoinOn<>(JoinLegs.first(left), right, kind, TimedSemiJoining::new);
  }

  /**
   * The left key; {@code equalTo} takes the right one, of the same type. Rows with a NULL key never
   * match.
   */
  public <K> EqualTo<R, K, J> on(Fields.Typed<L, K> accessor) {
    return key(FieldReader.field(accessor));
  }

  /** The left key, computed. */
  public <K> EqualTo<R, K, J> on(Expr<L, K> key) {
    return key(key.node());
  }

  /** When two rows match, over the handles of both sides. */
  public J where(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, BoolExpr<Joined<L, R>>> condition) {
    CallSite site = CallSite.here();
    BoolExpr<Joined<L, R>> match = condition.apply(Side.of(0, 1), Side.of(1, 2));
    return next.apply(left.plus(right, kind, match.node(), site));
  }

  private <K> EqualTo<R, K, J> key(ExprNode key) {
    CallSite site = CallSite.here();
    return new EqualTo<>(key, 1, condition -> next.apply(left.plus(right, kind, condition, site)));
  }
}
