package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: dates and times made of their parts, of the clock, and in other zones. */
public final class Clocks {

  /** One date for all rows of a query. */
  public static final Fn CURRENT_DATE = Fn.scalar("current_date").nulls(Nulls.NEVER);

  /** As {@link #CURRENT_DATE}. */
  public static final Fn CURRENT_TIMESTAMP = Fn.scalar("current_timestamp").nulls(Nulls.NEVER);

  /** As {@link #CURRENT_DATE}. */
  public static final Fn LOCAL_TIMESTAMP = Fn.scalar("localtimestamp").nulls(Nulls.NEVER);

  public static final Fn CURRENT_TIMEZONE = Fn.scalar("current_timezone").nulls(Nulls.NEVER);

  public static final Fn WEEKDAY = Fn.scalar("weekday");
  public static final Fn DAY_NAME = Fn.scalar("dayname");
  public static final Fn MONTH_NAME = Fn.scalar("monthname");

  /** A date and the short name of a day of the week. */
  public static final Fn NEXT_DAY = Fn.scalar("next_day");

  /** The months from the second to the first. */
  public static final Fn MONTHS_BETWEEN = Fn.scalar("months_between");

  public static final Fn MAKE_DATE = Fn.scalar("make_date");
  public static final Fn MAKE_TIMESTAMP = Fn.scalar("make_timestamp_ltz");
  public static final Fn TRY_MAKE_TIMESTAMP =
      Fn.scalar("try_make_timestamp_ltz").nulls(Nulls.ALWAYS);
  public static final Fn MAKE_DATE_TIME = Fn.scalar("make_timestamp_ntz");
  public static final Fn TRY_MAKE_DATE_TIME =
      Fn.scalar("try_make_timestamp_ntz").nulls(Nulls.ALWAYS);

  /** Days, hours, minutes and seconds. */
  public static final Fn MAKE_DURATION = Fn.scalar("make_dt_interval");

  /** A text and a pattern. */
  public static final Fn PARSE_DATE_TIME = Fn.scalar("to_timestamp_ntz");

  public static final Fn EPOCH_DAY = Fn.scalar("unix_date");
  public static final Fn EPOCH_MICRO = Fn.scalar("unix_micros");
  public static final Fn OF_EPOCH_DAY = Fn.scalar("date_from_unix_date");
  public static final Fn OF_EPOCH_SECOND = Fn.scalar("timestamp_seconds");
  public static final Fn OF_EPOCH_MILLI = Fn.scalar("timestamp_millis");
  public static final Fn OF_EPOCH_MICRO = Fn.scalar("timestamp_micros");

  /** A point in time and a zone. */
  public static final Fn FROM_UTC = Fn.scalar("from_utc_timestamp");

  /** A point in time and a zone. */
  public static final Fn TO_UTC = Fn.scalar("to_utc_timestamp");

  /** A zone, another, and a date and time of no zone. */
  public static final Fn CONVERT_TIMEZONE = Fn.scalar("convert_timezone");

  /** The name of a unit, the start and the end: Spark has this in its Java API and grammar alone. */
  public static final Fn UNTIL = Fn.scalar("timestamp_diff");

  /** The name of a unit, how many, and a point in time; as {@link #UNTIL}. */
  public static final Fn ADD = Fn.scalar("timestamp_add");

  private Clocks() {}
}
