package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;

/**
 * A date without a time zone.
 *
 * @param <S> the scope
 */
public final class DateExpr<S> extends CalendarExpr<S, LocalDate> {

  DateExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DateExpr<S> of(Expr<S, LocalDate> value) {
    return new DateExpr<>(value.node());
  }

  @Override
  <Z> DateExpr<Z> rebuild(ExprNode other) {
    return new DateExpr<>(other);
  }

  @Override
  public DateExpr<S> where(RowsWhere<S> rows) {
    return new DateExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public DateExpr<S> orElse(LocalDate value) {
    return new DateExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DateExpr<S> orElse(DateExpr<S> other) {
    return new DateExpr<>(coalesce(other.node()));
  }

  /** That many days later; earlier if negative. A date beyond Spark's calendar is an error. */
  public DateExpr<S> plusDays(int days) {
    return new DateExpr<>(Calls.of(Dates.PLUS_DAYS, this, days));
  }

  /** That many days later; earlier if negative. A date beyond Spark's calendar is an error. */
  public DateExpr<S> plusDays(IntExpr<S> days) {
    return new DateExpr<>(Calls.of(Dates.PLUS_DAYS, this, days));
  }

  /** That many months later, on the last day where the month is too short; earlier if negative. */
  public DateExpr<S> plusMonths(int months) {
    return new DateExpr<>(Calls.of(Dates.ADD_MONTHS, this, months));
  }

  /** That many years later, on February 28 where there is no 29; earlier if negative. */
  public DateExpr<S> plusYears(int years) {
    return plusMonths(Math.multiplyExact(years, 12));
  }

  /** The number of days from this date to the other; negative if it is earlier. */
  public IntExpr<S> daysUntil(DateExpr<S> end) {
    return new IntExpr<>(Calls.of(Dates.DAYS_BETWEEN, end, this));
  }

  /** The number of days from this date to the other; negative if it is earlier. */
  public IntExpr<S> daysUntil(LocalDate end) {
    return new IntExpr<>(Calls.of(Dates.DAYS_BETWEEN, end, this));
  }

  /**
   * The number of whole calendar months from this date's month to the other's, whatever the days.
   */
  public IntExpr<S> monthsUntil(DateExpr<S> end) {
    return end.monthNumber().minus(monthNumber());
  }

  private IntExpr<S> monthNumber() {
    return year().times(12).plus(month());
  }

  /** The first day of the month. */
  public DateExpr<S> firstOfMonth() {
    return truncatedTo("MONTH");
  }

  /** The first day of the quarter. */
  public DateExpr<S> firstOfQuarter() {
    return truncatedTo("QUARTER");
  }

  /** The first day of the year. */
  public DateExpr<S> firstOfYear() {
    return truncatedTo("YEAR");
  }

  /** The Monday of the week. */
  public DateExpr<S> firstOfWeek() {
    return truncatedTo("WEEK");
  }

  /** The last day of the month. */
  public DateExpr<S> lastOfMonth() {
    return new DateExpr<>(Calls.of(Dates.LAST_DAY, this));
  }

  private DateExpr<S> truncatedTo(String unit) {
    return new DateExpr<>(Calls.of(Dates.TRUNCATE, this, unit));
  }

  /** The start of the day in the session's time zone. */
  public TimestampExpr<S> atStartOfDay() {
    return new TimestampExpr<>(Casts.strict(node(), Casts.TIMESTAMP));
  }

  /** As text, {@code 2024-12-31}. */
  public StrExpr<S> toText() {
    return new StrExpr<>(Casts.strict(node(), Casts.STRING));
  }

  /** That many days earlier; later if negative. A date beyond Spark's calendar is an error. */
  public DateExpr<S> minusDays(int days) {
    return plusDays(Math.negateExact(days));
  }

  /** That many weeks later; earlier if negative. A date beyond Spark's calendar is an error. */
  public DateExpr<S> plusWeeks(int weeks) {
    return plusDays(Math.multiplyExact(weeks, 7));
  }

  /** As {@link #plusMonths(int)}. */
  public DateExpr<S> plusMonths(IntExpr<S> months) {
    return new DateExpr<>(Calls.of(Dates.ADD_MONTHS, this, months));
  }

  /** That many months earlier, on the last day where the month is too short; later if negative. */
  public DateExpr<S> minusMonths(int months) {
    return plusMonths(Math.negateExact(months));
  }

  /** That many years earlier, on February 28 where there is no 29; later if negative. */
  public DateExpr<S> minusYears(int years) {
    return plusYears(Math.negateExact(years));
  }

  /** Its years and months later, then its days, as {@code LocalDate} does it. */
  public DateExpr<S> plus(Period period) {
    return plusMonths(Math.toIntExact(period.toTotalMonths())).plusDays(period.getDays());
  }

  /** Its years and months earlier, then its days, as {@code LocalDate} does it. */
  public DateExpr<S> minus(Period period) {
    return plus(period.negated());
  }

  /** The next such day of the week after this date. */
  public DateExpr<S> next(DayOfWeek day) {
    return new DateExpr<>(Calls.of(Clocks.NEXT_DAY, this, day.name()));
  }

  /** The days since 1970-01-01. */
  public IntExpr<S> epochDay() {
    return new IntExpr<>(Calls.of(Clocks.EPOCH_DAY, this));
  }
}
