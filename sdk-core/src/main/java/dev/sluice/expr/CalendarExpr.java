package dev.sluice.expr;

import dev.sluice.plan.DatePattern;
import dev.sluice.plan.ExprNode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

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

  /**
   * As text in a pattern of {@code DateTimeFormatter}'s letters.
   *
   * @throws IllegalArgumentException if a letter is a known slip, such as {@code mm} for months
   */
  public final StrExpr<S> format(String pattern) {
    String checked = DatePattern.ofTimestamps(pattern);
    return new StrExpr<>(Calls.scalar("date_format", a -> formatted(a.get(0), checked), this));
  }

  Column formatted(Column value, String pattern) {
    return functions.date_format(value, pattern);
  }
}
