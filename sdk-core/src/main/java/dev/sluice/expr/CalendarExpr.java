package dev.sluice.expr;

import dev.sluice.plan.DatePattern;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;

/**
 * A value with a calendar date. Of a point in time it is the date in the session's time zone.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class CalendarExpr<S, V> extends OrderedExpr<S, V> {

  CalendarExpr(ExprNode node) {
    super(node);
  }

  /** The year. */
  public IntExpr<S> year() {
    return new IntExpr<>(Calls.of(Dates.YEAR, this));
  }

  /** The quarter, 1 to 4. */
  public IntExpr<S> quarter() {
    return new IntExpr<>(Calls.of(Dates.QUARTER, this));
  }

  /** The month, 1 to 12. */
  public IntExpr<S> month() {
    return new IntExpr<>(Calls.of(Dates.MONTH, this));
  }

  /** The day of the month, 1 to 31. */
  public IntExpr<S> dayOfMonth() {
    return new IntExpr<>(Calls.of(Dates.DAY, this));
  }

  /** The day of the week, 1 (Sunday) to 7, as in SQL. */
  public IntExpr<S> dayOfWeek() {
    return new IntExpr<>(Calls.of(Dates.DAY_OF_WEEK, this));
  }

  /** The day of the week, 0 (Monday) to 6. */
  public IntExpr<S> weekday() {
    return new IntExpr<>(Calls.of(Clocks.WEEKDAY, this));
  }

  /** The day of the week in English, {@code Mon} to {@code Sun}. */
  public final StrExpr<S> dayName() {
    return new StrExpr<>(Calls.of(Clocks.DAY_NAME, this));
  }

  /** The month in English, {@code Jan} to {@code Dec}. */
  public final StrExpr<S> monthName() {
    return new StrExpr<>(Calls.of(Clocks.MONTH_NAME, this));
  }

  /**
   * The months from the other to this, to 8 places after the point; a month has 31 days where both are
   * neither on the same day of a month nor on the last.
   */
  public final DoubleExpr<S> monthsSince(CalendarExpr<S, V> start) {
    return new DoubleExpr<>(Calls.of(Clocks.MONTHS_BETWEEN, this, start));
  }

  /** The day of the year, 1 to 366. */
  public IntExpr<S> dayOfYear() {
    return new IntExpr<>(Calls.of(Dates.DAY_OF_YEAR, this));
  }

  /** The ISO week of the year, 1 to 53. */
  public IntExpr<S> weekOfYear() {
    return new IntExpr<>(Calls.of(Dates.WEEK_OF_YEAR, this));
  }

  /**
   * As text in a pattern of {@code DateTimeFormatter}'s letters.
   *
   * @throws IllegalArgumentException if a letter is a known slip, such as {@code mm} for months
   */
  public final StrExpr<S> format(String pattern) {
    return new StrExpr<>(Calls.of(format(), this, DatePattern.ofTimestamps(pattern)));
  }

  /** What writes this kind of value, in Spark. */
  Fn format() {
    return Dates.FORMAT;
  }
}
