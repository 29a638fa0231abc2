package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/**
 * For the library's own use: texts that are wholly a date or a time. Spark's casts take more: {@code
 * 2024} is the first of January, {@code 12:00} is noon of today, and what follows a date is not
 * looked at. Each gives the text itself; the strict ones fail at run time on any other text.
 */
public final class WrittenTimes {

  public static final Fn DATE = Fn.scalar("written_date");
  public static final Fn TIMESTAMP = Fn.scalar("written_timestamp");
  public static final Fn DATE_TIME = Fn.scalar("written_timestamp_ntz");

  public static final Fn TRY_DATE = Fn.scalar("try_written_date").nulls(Nulls.ALWAYS);
  public static final Fn TRY_TIMESTAMP = Fn.scalar("try_written_timestamp").nulls(Nulls.ALWAYS);
  public static final Fn TRY_DATE_TIME = Fn.scalar("try_written_timestamp_ntz").nulls(Nulls.ALWAYS);

  private WrittenTimes() {}
}
