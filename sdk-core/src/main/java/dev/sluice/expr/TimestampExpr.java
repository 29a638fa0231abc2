package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.functions;

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
    return ElapsedTime.PLUS;
  }

  @Override
  Fn earlier() {
    return ElapsedTime.MINUS;
  }

  @Override
  Fn between() {
    return ElapsedTime.BETWEEN;
  }

  /**
   * Cut off to a unit: seconds, minutes, hours, days, weeks, months or years, in the session's time
   * zone.
   *
   * @throws IllegalArgumentException for any other unit
   */
  public TimestampExpr<S> truncatedTo(ChronoUnit unit) {
    String name = TimeUnits.name(unit);
    return new TimestampExpr<>(
        Calls.scalar("date_trunc", a -> functions.date_trunc(name, a.get(0)), this));
  }

  /** Whole seconds since 1970-01-01T00:00Z. */
  public LongExpr<S> epochSecond() {
    return new LongExpr<>(
        Calls.scalar("unix_seconds", a -> functions.unix_seconds(a.get(0)), this));
  }

  /** Milliseconds since 1970-01-01T00:00Z. */
  public LongExpr<S> epochMilli() {
    return new LongExpr<>(Calls.scalar("unix_millis", a -> functions.unix_millis(a.get(0)), this));
  }
}
