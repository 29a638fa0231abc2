package dev.sluice.expr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The first condition of a conditional value: {@code when(…).then(…)}.
 *
 * @param <S> the scope
 */
public final class When<S> {

  private final BoolExpr<S> condition;

  When(BoolExpr<S> condition) {
    this.condition = condition;
  }

  /** The value where the condition is true. */
  public <V, E extends Expr<S, V>> Case<S, V, E> then(E value) {
    return Case.first(condition, value);
  }

  /** The value where the condition is true. */
  public Case<S, Boolean, BoolExpr<S>> then(boolean value) {
    return then(new BoolExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Integer, IntExpr<S>> then(int value) {
    return then(new IntExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Long, LongExpr<S>> then(long value) {
    return then(new LongExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Double, DoubleExpr<S>> then(double value) {
    return then(new DoubleExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, BigDecimal, DecimalExpr<S>> then(BigDecimal value) {
    return then(new DecimalExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, String, StrExpr<S>> then(String value) {
    return then(new StrExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, LocalDate, DateExpr<S>> then(LocalDate value) {
    return then(new DateExpr<>(Calls.literal(value)));
  }

  /** The value where the condition is true. */
  public Case<S, Instant, TimestampExpr<S>> then(Instant value) {
    return then(new TimestampExpr<>(Calls.literal(value)));
  }
}
