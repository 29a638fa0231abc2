package dev.sluice.expr;

import dev.sluice.plan.Fn;

/** For the library's own use: functions on what has a calendar date. */
public final class Dates {

  public static final Fn YEAR = Fn.scalar("year");
  public static final Fn QUARTER = Fn.scalar("quarter");
  public static final Fn MONTH = Fn.scalar("month");
  public static final Fn DAY = Fn.scalar("day");
  public static final Fn DAY_OF_WEEK = Fn.scalar("dayofweek");
  public static final Fn DAY_OF_YEAR = Fn.scalar("dayofyear");
  public static final Fn WEEK_OF_YEAR = Fn.scalar("weekofyear");
  public static final Fn ADD_MONTHS = Fn.scalar("add_months");

  /** The days from the second date to the first. */
  public static final Fn DAYS_BETWEEN = Fn.scalar("datediff");

  /** A date, and the name of the unit it is cut off to. */
  public static final Fn TRUNCATE = Fn.scalar("trunc");

  public static final Fn LAST_DAY = Fn.scalar("last_day");

  /** A date, or a point in time in the session's time zone, and a pattern. */
  public static final Fn FORMAT = Fn.scalar("date_format");

  /** A text and a pattern. */
  public static final Fn PARSE = Fn.scalar("to_date");

  /**
   * Not Spark's {@code date_add}, whose days overflow in silence into negative years: a date beyond
   * the calendar is an error.
   */
  public static final Fn PLUS_DAYS = Fn.scalar("plus_days").shown("date_add");

  private Dates() {}
}
