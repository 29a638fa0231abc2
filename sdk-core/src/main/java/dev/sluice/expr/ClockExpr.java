package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.functions;

/**
 * A value with a date and a time of day, to the microsecond. Of a point in time they are those in
 * the session's time zone.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 * @param <E> the kind of expression itself
 */
public abstract class ClockExpr<S, V, E extends ClockExpr<S, V, E>> extends CalendarExpr<S, V> {

  ClockExpr(ExprNode node) {
    super(node);
  }

  abstract E self();

  /** The hour, 0 to 23. */
  public final IntExpr<S> hour() {
    return new IntExpr<>(Calls.scalar("hour", a -> functions.hour(a.get(0)), this));
  }

  /** The minute, 0 to 59. */
  public final IntExpr<S> minute() {
    return new IntExpr<>(Calls.scalar("minute", a -> functions.minute(a.get(0)), this));
  }

  /** The second, 0 to 59. */
  public final IntExpr<S> second() {
    return new IntExpr<>(Calls.scalar("second", a -> functions.second(a.get(0)), this));
  }

  /** The date in the session's time zone. */
  public final DateExpr<S> toDate() {
    return new DateExpr<>(Casts.strict(node(), Casts.DATE));
  }

  /** That much later; earlier if negative. */
  public final E plus(Duration duration) {
    return Expr.like(self(), Calls.of(Operators.PLUS, node(), Calls.literal(duration)));
  }

  /** That much later; earlier if negative. */
  public final E plus(DurationExpr<S> duration) {
    return Expr.like(self(), Calls.of(Operators.PLUS, node(), duration.node()));
  }

  /** That much earlier; later if negative. */
  public final E minus(Duration duration) {
    return Expr.like(self(), Calls.of(Operators.MINUS, node(), Calls.literal(duration)));
  }

  /** The time from the other to this. */
  public final DurationExpr<S> minus(E start) {
    return new DurationExpr<>(Calls.of(Operators.MINUS, node(), start.node()));
  }

  ExprNode truncated(ChronoUnit unit) {
    String name = TimeUnits.name(unit);
    return Calls.scalar("date_trunc", a -> functions.date_trunc(name, a.get(0)), this);
  }
}
