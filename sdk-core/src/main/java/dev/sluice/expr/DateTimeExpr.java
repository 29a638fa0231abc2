package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A date and time of day without a time zone, to the microsecond.
 *
 * @param <S> the scope
 */
public final class DateTimeExpr<S> extends ClockExpr<S, LocalDateTime, DateTimeExpr<S>> {

  DateTimeExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DateTimeExpr<S> of(Expr<S, LocalDateTime> value) {
    return new DateTimeExpr<>(value.node());
  }

  @Override
  <Z> DateTimeExpr<Z> rebuild(ExprNode other) {
    return new DateTimeExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public DateTimeExpr<S> orElse(LocalDateTime value) {
    return new DateTimeExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DateTimeExpr<S> orElse(DateTimeExpr<S> other) {
    return new DateTimeExpr<>(coalesce(other.node()));
  }

  @Override
  DateTimeExpr<S> self() {
    return this;
  }

  @Override
  Fn later() {
    return Operators.PLUS;
  }

  @Override
  Fn earlier() {
    return Operators.MINUS;
  }

  @Override
  Fn between() {
    return Operators.MINUS;
  }

  /**
   * {@code date_format} takes the value for one of the session's time zone, and so moves a time
   * that a change of clocks leaves out there; only JSON is written without a zone.
   */
  @Override
  Column formatted(Column value, String pattern) {
    Column exists = value.cast("timestamp").cast("timestamp_ntz").equalTo(value);
    Column json =
        functions.to_json(functions.struct(value.as("t")), Map.of("timestampNTZFormat", pattern));
    return functions
        .when(exists, functions.date_format(value, pattern))
        .otherwise(functions.get_json_object(json, "$.t"));
  }

  /**
   * Cut off to a unit: seconds, minutes, hours, days, weeks, months or years.
   *
   * @throws IllegalArgumentException for any other unit
   */
  public DateTimeExpr<S> truncatedTo(ChronoUnit unit) {
    String name = TimeUnits.name(unit);
    return new DateTimeExpr<>(
        Calls.scalar("date_trunc", a -> truncated(a.get(0), unit, name), this));
  }

  /** Not by {@code date_trunc}, which takes the value for one of the session's time zone. */
  private static Column truncated(Column value, ChronoUnit unit, String name) {
    Column day = value.cast("date");
    if (unit.isDateBased()) {
      return midnight(unit == ChronoUnit.DAYS ? day : functions.trunc(day, name));
    }
    Column none = functions.lit(0);
    Column minute = unit == ChronoUnit.HOURS ? none : functions.minute(value);
    Column second = unit == ChronoUnit.SECONDS ? functions.second(value) : none;
    return midnight(day)
        .plus(functions.make_dt_interval(none, functions.hour(value), minute, second));
  }

  private static Column midnight(Column day) {
    return day.cast("timestamp_ntz");
  }
}
