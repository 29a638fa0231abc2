package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A point in time, to the microsecond. Parts such as the hour are those of the session's time zone.
 *
 * @param <S> the scope
 */
public final class TimestampExpr<S> extends ClockExpr<S, Instant, TimestampExpr<S>> {

  TimestampExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> TimestampExpr<S> of(Expr<S, Instant> value) {
    return new TimestampExpr<>(value.node());
  }

  @Override
  <Z> TimestampExpr<Z> rebuild(ExprNode other) {
    return new TimestampExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public TimestampExpr<S> orElse(Instant value) {
    return new TimestampExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public TimestampExpr<S> orElse(TimestampExpr<S> other) {
    return new TimestampExpr<>(coalesce(other.node()));
  }

  @Override
  TimestampExpr<S> self() {
    return this;
  }

  @Override
  Fn later() {
    return Times.PLUS_ELAPSED;
  }

  @Override
  Fn earlier() {
    return Times.MINUS_ELAPSED;
  }

  @Override
  Fn between() {
    return Times.ELAPSED;
  }

  /**
   * Cut off to a unit: seconds, minutes, hours, days, weeks, months or years, in the session's time
   * zone.
   *
   * @throws IllegalArgumentException for any other unit
   */
  public TimestampExpr<S> truncatedTo(ChronoUnit unit) {
    return new TimestampExpr<>(Calls.of(Times.TRUNCATE, TimeUnits.name(unit), this));
  }

  /** Whole seconds since 1970-01-01T00:00Z. */
  public LongExpr<S> epochSecond() {
    return new LongExpr<>(Calls.of(Times.EPOCH_SECOND, this));
  }

  /** Milliseconds since 1970-01-01T00:00Z. */
  public LongExpr<S> epochMilli() {
    return new LongExpr<>(Calls.of(Times.EPOCH_MILLI, this));
  }
}
