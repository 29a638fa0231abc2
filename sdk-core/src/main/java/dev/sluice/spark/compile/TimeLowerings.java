package dev.sluice.spark.compile;

import dev.sluice.expr.Dates;
import dev.sluice.expr.Times;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.CalendarInterval;

/**
 * Functions on dates, times and lengths of time where Spark's own would go by the session's
 * calendar, or overflow in silence.
 */
final class TimeLowerings {

  static final Map<Fn, Lowering> ALL =
      Map.of(
          Dates.PLUS_DAYS, (call, a) -> later(call, a.get(0), a.get(1)),
          Times.PLUS_ELAPSED, (call, a) -> point(epoch(a.get(0)).plus(micros(a.get(1)))),
          Times.MINUS_ELAPSED, (call, a) -> point(epoch(a.get(0)).minus(micros(a.get(1)))),
          Operators.ELAPSED_AFTER, (call, a) -> a.get(0).plus(elapsed(call)),
          Times.ELAPSED, (call, a) -> length(epoch(a.get(0)).minus(epoch(a.get(1)))),
          Times.MILLISECONDS, (call, a) -> functions.unix_millis(point(micros(a.get(0)))),
          Times.SECONDS, (call, a) -> functions.unix_seconds(point(micros(a.get(0)))),
          Times.TRUNCATE_LOCAL, (call, a) -> LocalTimes.truncated(unit(call), a.get(1)),
          Times.FORMAT_LOCAL, (call, a) -> LocalTimes.formatted(a.get(0), pattern(call)));

  /** So many days lead from no date that people use to the end of Spark's calendar. */
  private static final int SAFE_DAYS = 10_000_000;

  private static final int HOURS_OF_A_DAY = 24;
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final long MICROS_OF_A_MINUTE = 60_000_000L;
  private static final long NANOS_OF_A_MICRO = 1_000;
  private static final long MICROS_OF_A_SECOND = 1_000_000L;

  private TimeLowerings() {}

  /** Not by {@code date_add}, whose days overflow in silence into negative years. */
  private static Column later(Call call, Column date, Column days) {
    boolean safe =
        call.arguments().get(1) instanceof Literal literal
            && literal.value() instanceof Integer number
            && Math.abs((long) number) <= SAFE_DAYS;
    return safe
        ? functions.date_add(date, days)
        : functions.date_from_unix_date(functions.unix_date(date).plus(days));
  }

  private static Column epoch(Column time) {
    return functions.unix_micros(time);
  }

  /** A point in time that many microseconds after 1970-01-01T00:00Z. */
  private static Column point(Column micros) {
    return functions.timestamp_micros(micros);
  }

  private static Column length(Column micros) {
    return functions.lit(Duration.of(1, ChronoUnit.MICROS)).multiply(micros);
  }

  /**
   * As Spark's interval of no months, no days and all of the microseconds, which a calendar does not
   * touch. Of such a condition Spark can tell how old a row is that matches nothing any more; of
   * arithmetic with microseconds it cannot.
   */
  private static Column elapsed(Call call) {
    Duration length = (Duration) ((Literal) call.arguments().get(1)).value();
    return functions.lit(new CalendarInterval(0, 0, length.toNanos() / NANOS_OF_A_MICRO));
  }

  /** All microseconds of a length of time; a day of it is 24 hours. */
  private static Column micros(Column duration) {
    Column hours =
        part(duration, "DAY").cast("long").multiply(HOURS_OF_A_DAY).plus(part(duration, "HOUR"));
    Column minutes = hours.multiply(MINUTES_OF_AN_HOUR).plus(part(duration, "MINUTE"));
    Column ofSeconds =
        part(duration, "SECOND").multiply(functions.lit(MICROS_OF_A_SECOND)).cast("long");
    return minutes.multiply(functions.lit(MICROS_OF_A_MINUTE)).plus(ofSeconds);
  }

  private static Column part(Column duration, String unit) {
    return functions.extract(functions.lit(unit), duration);
  }

  private static String unit(Call call) {
    return constant(call.arguments().get(0));
  }

  private static String pattern(Call call) {
    return constant(call.arguments().get(1));
  }

  private static String constant(ExprNode argument) {
    return (String) ((Literal) argument).value();
  }
}
