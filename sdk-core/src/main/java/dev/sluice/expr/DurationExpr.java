package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import java.time.Duration;

/**
 * A length of time, to the microsecond.
 *
 * @param <S> the scope
 */
public final class DurationExpr<S> extends OrderedExpr<S, Duration> {

  DurationExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DurationExpr<S> of(Expr<S, Duration> value) {
    return new DurationExpr<>(value.node());
  }

  @Override
  <Z> DurationExpr<Z> rebuild(ExprNode other) {
    return new DurationExpr<>(other);
  }

  @Override
  public DurationExpr<S> where(RowsWhere<S> rows) {
    return new DurationExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public DurationExpr<S> orElse(Duration value) {
    return new DurationExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DurationExpr<S> orElse(DurationExpr<S> other) {
    return new DurationExpr<>(coalesce(other.node()));
  }

  /** Both, one after the other. */
  public DurationExpr<S> plus(DurationExpr<S> other) {
    return new DurationExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The difference. */
  public DurationExpr<S> minus(DurationExpr<S> other) {
    return new DurationExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** That many times as long. */
  public DurationExpr<S> times(double factor) {
    return new DurationExpr<>(Calls.of(Operators.TIMES, node(), Calls.literal(factor)));
  }

  /** Whole milliseconds. */
  public LongExpr<S> toMillis() {
    return new LongExpr<>(Calls.of(Times.MILLISECONDS, this));
  }

  /** Whole seconds. */
  public LongExpr<S> toSeconds() {
    return new LongExpr<>(Calls.of(Times.SECONDS, this));
  }
}
