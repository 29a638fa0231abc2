package dev.sluice.spark.compile;

import dev.sluice.expr.WrittenTimes;
import dev.sluice.plan.Fn;
import dev.sluice.spark.compile.ExprModule.Lowering;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Texts that must be wholly a date or a time. */
final class WrittenTimeLowerings {

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String CLOCK = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
  private static final String ZONE =
      "(?: ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]+/[A-Za-z_/+-]+))?";

  private static final String DATE = "^" + DAY + "$";
  private static final String TIMESTAMP = "^" + DAY + "(?:[ T]" + CLOCK + ZONE + ")?$";
  private static final String DATE_TIME = "^" + DAY + "(?:[ T]" + CLOCK + ")?$";

  static final Map<Fn, Lowering> ALL =
      Map.of(
          WrittenTimes.DATE, orError(DATE, "a date, written 2024-12-31"),
          WrittenTimes.TIMESTAMP,
          orError(TIMESTAMP, "a point in time, written 2024-12-31 23:59:59"),
          WrittenTimes.DATE_TIME,
          orError(DATE_TIME, "a date and time, written 2024-12-31 23:59:59"),
          WrittenTimes.TRY_DATE, orNull(DATE),
          WrittenTimes.TRY_TIMESTAMP, orNull(TIMESTAMP),
          WrittenTimes.TRY_DATE_TIME, orNull(DATE_TIME));

  private WrittenTimeLowerings() {}

  private static Lowering orNull(String form) {
    return (call, a) -> functions.when(a.get(0).rlike(form), a.get(0));
  }

  private static Lowering orError(String form, String words) {
    return (call, a) -> {
      Column text = a.get(0);
      Column message =
          functions.concat(functions.lit("'"), text, functions.lit("' is not " + words));
      return functions
          .when(text.isNull().or(text.rlike(form)), text)
          .otherwise(functions.raise_error(message));
    };
  }
}
