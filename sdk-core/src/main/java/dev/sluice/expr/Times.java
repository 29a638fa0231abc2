package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Fn.Form;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on points in time, times of day and lengths of time. */
public final class Times {

  public static final Fn HOUR = Fn.scalar("hour");
  public static final Fn MINUTE = Fn.scalar("minute");
  public static final Fn SECOND = Fn.scalar("second");
  public static final Fn EPOCH_SECOND = Fn.scalar("unix_seconds");
  public static final Fn EPOCH_MILLI = Fn.scalar("unix_millis");

  /** The name of a unit, and the point in time that is cut off to it in the session's time zone. */
  public static final Fn TRUNCATE = Fn.scalar("date_trunc");

  /** A text and a pattern. */
  public static final Fn PARSE = Fn.scalar("to_timestamp");

  /** A text and a pattern; NULL where the text does not match. */
  public static final Fn TRY_PARSE = Fn.scalar("try_to_timestamp").nulls(Nulls.ALWAYS);

  /**
   * Not Spark's {@code +}, which goes by the session's calendar: a day added across a change to or
   * from daylight saving time would have 23 or 25 hours.
   */
  public static final Fn PLUS_ELAPSED = Fn.scalar("plus_elapsed").shown(Form.INFIX, "+");

  /** As {@link #PLUS_ELAPSED}. */
  public static final Fn MINUS_ELAPSED = Fn.scalar("minus_elapsed").shown(Form.INFIX, "-");

  /** The length of time from the second point in time to the first; as {@link #PLUS_ELAPSED}. */
  public static final Fn ELAPSED = Fn.scalar("elapsed").shown(Form.INFIX, "-");

  /** Whole milliseconds of a length of time. */
  public static final Fn MILLISECONDS = Fn.scalar("milliseconds");

  /** Whole seconds of a length of time. */
  public static final Fn SECONDS = Fn.scalar("seconds");

  /**
   * The name of a unit, and a date and time of no zone. Not Spark's {@code date_trunc}, which takes
   * the value for one of the session's time zone.
   */
  public static final Fn TRUNCATE_LOCAL = Fn.scalar("date_trunc_ntz").shown("date_trunc");

  /** A date and time of no zone, and a pattern; as {@link #TRUNCATE_LOCAL}. */
  public static final Fn FORMAT_LOCAL = Fn.scalar("date_format_ntz").shown("date_format");

  private Times() {}
}
