package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.time.Instant;
import java.time.ZoneId;
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

  @Override
  public TimestampExpr<S> where(RowsWhere<S> rows) {
    return new TimestampExpr<>(Filtered.of(node(), rows.node()));
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

  /** Microseconds since 1970-01-01T00:00Z. */
  public LongExpr<S> epochMicro() {
    return new LongExpr<>(Calls.of(Clocks.EPOCH_MICRO, this));
  }

  /**
   * The whole units from this to the other, as {@code LocalDateTime} counts them by the calendar of
   * the session's time zone; negative if it is earlier.
   *
   * @throws IllegalArgumentException for units that no time is cut off to either
   */
  public LongExpr<S> until(TimestampExpr<S> end, ChronoUnit unit) {
    return new LongExpr<>(Calls.of(Clocks.UNTIL, TimeUnits.name(unit), this, end));
  }

  /**
   * That many units later by the calendar of the session's time zone, in which a day can have 23 or 25
   * hours; earlier if negative. Elapsed time is {@code plus(Duration)}.
   *
   * @throws IllegalArgumentException for units that no time is cut off to either
   */
  public TimestampExpr<S> plus(int amount, ChronoUnit unit) {
    return new TimestampExpr<>(Calls.of(Clocks.ADD, TimeUnits.name(unit), amount, this));
  }

  /**
   * What clocks of a zone show at this time, taken for a time of the session's zone: Spark's {@code
   * from_utc_timestamp}, where the session's zone is UTC. It is another point in time.
   *
   * @param zone such as {@code Europe/Berlin}
   */
  public TimestampExpr<S> fromUtc(ZoneId zone) {
    return new TimestampExpr<>(Calls.of(Clocks.FROM_UTC, this, zone.getId()));
  }

  /** The opposite of {@link #fromUtc}: Spark's {@code to_utc_timestamp}. */
  public TimestampExpr<S> toUtc(ZoneId zone) {
    return new TimestampExpr<>(Calls.of(Clocks.TO_UTC, this, zone.getId()));
  }
}
