package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.functions;

/**
 * A point in time, to the microsecond. Parts such as the hour are those of the session's time zone.
 *
 * @param <S> the scope
 */
public final class TimestampExpr<S> extends OrderedExpr<S, Instant> {

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

  /** The year. */
  public IntExpr<S> year() {
    return new IntExpr<>(Calls.scalar("year", a -> functions.year(a.get(0)), this));
  }

  /** The quarter, 1 to 4. */
  public IntExpr<S> quarter() {
    return new IntExpr<>(Calls.scalar("quarter", a -> functions.quarter(a.get(0)), this));
  }

  /** The month, 1 to 12. */
  public IntExpr<S> month() {
    return new IntExpr<>(Calls.scalar("month", a -> functions.month(a.get(0)), this));
  }

  /** The day of the month, 1 to 31. */
  public IntExpr<S> dayOfMonth() {
    return new IntExpr<>(Calls.scalar("day", a -> functions.dayofmonth(a.get(0)), this));
  }

  /** The day of the week, 1 (Sunday) to 7, as in SQL. */
  public IntExpr<S> dayOfWeek() {
    return new IntExpr<>(Calls.scalar("dayofweek", a -> functions.dayofweek(a.get(0)), this));
  }

  /** The day of the year, 1 to 366. */
  public IntExpr<S> dayOfYear() {
    return new IntExpr<>(Calls.scalar("dayofyear", a -> functions.dayofyear(a.get(0)), this));
  }

  /** The ISO week of the year, 1 to 53. */
  public IntExpr<S> weekOfYear() {
    return new IntExpr<>(Calls.scalar("weekofyear", a -> functions.weekofyear(a.get(0)), this));
  }

  /** The hour, 0 to 23. */
  public IntExpr<S> hour() {
    return new IntExpr<>(Calls.scalar("hour", a -> functions.hour(a.get(0)), this));
  }

  /** The minute, 0 to 59. */
  public IntExpr<S> minute() {
    return new IntExpr<>(Calls.scalar("minute", a -> functions.minute(a.get(0)), this));
  }

  /** The second, 0 to 59. */
  public IntExpr<S> second() {
    return new IntExpr<>(Calls.scalar("second", a -> functions.second(a.get(0)), this));
  }

  /** As text in a pattern of {@code DateTimeFormatter}'s letters. */
  public StrExpr<S> format(String pattern) {
    return new StrExpr<>(
        Calls.scalar("date_format", a -> functions.date_format(a.get(0), pattern), this));
  }

  /** The date in the session's time zone. */
  public DateExpr<S> toDate() {
    return new DateExpr<>(Casts.strict(node(), Casts.DATE));
  }

  /** That much later; earlier if negative. */
  public TimestampExpr<S> plus(Duration duration) {
    return new TimestampExpr<>(Calls.of(Operators.PLUS, node(), Calls.literal(duration)));
  }

  /** That much later; earlier if negative. */
  public TimestampExpr<S> plus(DurationExpr<S> duration) {
    return new TimestampExpr<>(Calls.of(Operators.PLUS, node(), duration.node()));
  }

  /** That much earlier; later if negative. */
  public TimestampExpr<S> minus(Duration duration) {
    return new TimestampExpr<>(Calls.of(Operators.MINUS, node(), Calls.literal(duration)));
  }

  /** The time from the other to this. */
  public DurationExpr<S> minus(TimestampExpr<S> start) {
    return new DurationExpr<>(Calls.of(Operators.MINUS, node(), start.node()));
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
