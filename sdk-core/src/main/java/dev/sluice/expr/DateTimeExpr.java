package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A date and time of day without a time zone, to the microsecond.
 *
 * @param <S> the scope
 */
public final class DateTimeExpr<S> extends ClockExpr<S, LocalDateTime, DateTimeExpr<S>> {

  DateTimeExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DateTimeExpr<S> of(Expr<S, LocalDateTime> value) {
    return new DateTimeExpr<>(value.node());
  }

  @Override
  <Z> DateTimeExpr<Z> rebuild(ExprNode other) {
    return new DateTimeExpr<>(other);
  }

  @Override
  public DateTimeExpr<S> where(RowsWhere<S> rows) {
    return new DateTimeExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public DateTimeExpr<S> orElse(LocalDateTime value) {
    return new DateTimeExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DateTimeExpr<S> orElse(DateTimeExpr<S> other) {
    return new DateTimeExpr<>(coalesce(other.node()));
  }

  @Override
  DateTimeExpr<S> self() {
    return this;
  }

  @Override
  Fn later() {
    return Operators.PLUS;
  }

  @Override
  Fn earlier() {
    return Operators.MINUS;
  }

  @Override
  Fn between() {
    return Operators.MINUS;
  }

  @Override
  Fn format() {
    return Times.FORMAT_LOCAL;
  }

  /**
   * Cut off to a unit: seconds, minutes, hours, days, weeks, months or years.
   *
   * @throws IllegalArgumentException for any other unit
   */
  public DateTimeExpr<S> truncatedTo(ChronoUnit unit) {
    return new DateTimeExpr<>(Calls.of(Times.TRUNCATE_LOCAL, TimeUnits.name(unit), this));
  }

  /** What clocks of one zone show when those of another show this. */
  public DateTimeExpr<S> convertTimezone(ZoneId from, ZoneId to) {
    return new DateTimeExpr<>(
        Calls.of(Clocks.CONVERT_TIMEZONE, from.getId(), to.getId(), this));
  }
}
