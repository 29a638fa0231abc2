package dev.sluice.spark.compile;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Dates and times of no zone. Some of Spark's functions take them for times of the session's zone,
 * and so move a time that a change of clocks leaves out there.
 */
final class LocalTimes {

  private LocalTimes() {}

  /** Cut off to a unit by Spark's name of it. Not by {@code date_trunc}. */
  static Column truncated(String unit, Column value) {
    Column day = value.cast("date");
    Column none = functions.lit(0);
    return switch (unit) {
      case "DAY" -> midnight(day);
      case "WEEK", "MONTH", "YEAR" -> midnight(functions.trunc(day, unit));
      default -> {
        Column minute = unit.equals("HOUR") ? none : functions.minute(value);
        Column second = unit.equals("SECOND") ? functions.second(value) : none;
        yield midnight(day)
            .plus(functions.make_dt_interval(none, functions.hour(value), minute, second));
      }
    };
  }

  private static Column midnight(Column day) {
    return day.cast("timestamp_ntz");
  }

  /** In a pattern. Not by {@code date_format} alone; only JSON is written without a zone. */
  static Column formatted(Column value, String pattern) {
    Column exists = value.cast("timestamp").cast("timestamp_ntz").equalTo(value);
    Column json =
        functions.to_json(functions.struct(value.as("t")), Map.of("timestampNTZFormat", pattern));
    return functions
        .when(exists, functions.date_format(value, pattern))
        .otherwise(functions.get_json_object(json, "$.t"));
  }
}
