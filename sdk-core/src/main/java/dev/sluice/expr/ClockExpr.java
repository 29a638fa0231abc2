package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import java.time.Duration;

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

  /** What adds a length of time to this kind of value, in Spark. */
  abstract Fn later();

  /** What takes a length of time from this kind of value, in Spark. */
  abstract Fn earlier();

  /** What gives the length of time between two values of this kind, in Spark. */
  abstract Fn between();

  /** The hour, 0 to 23. */
  public final IntExpr<S> hour() {
    return new IntExpr<>(Calls.of(Times.HOUR, this));
  }

  /** The minute, 0 to 59. */
  public final IntExpr<S> minute() {
    return new IntExpr<>(Calls.of(Times.MINUTE, this));
  }

  /** The second, 0 to 59. */
  public final IntExpr<S> second() {
    return new IntExpr<>(Calls.of(Times.SECOND, this));
  }

  /** The date in the session's time zone. */
  public final DateExpr<S> toDate() {
    return new DateExpr<>(Casts.strict(node(), Casts.DATE));
  }

  /** That much later; earlier if negative. A day is 24 hours, whatever clocks on the wall do. */
  public final E plus(Duration duration) {
    return Expr.like(self(), Calls.of(later(), node(), Calls.literal(duration)));
  }

  /** That much later; earlier if negative. */
  public final E plus(DurationExpr<S> duration) {
    return Expr.like(self(), Calls.of(later(), node(), duration.node()));
  }

  /** That much earlier; later if negative. */
  public final E minus(Duration duration) {
    return Expr.like(self(), Calls.of(earlier(), node(), Calls.literal(duration)));
  }

  /** That much earlier; later if negative. */
  public final E minus(DurationExpr<S> duration) {
    return Expr.like(self(), Calls.of(earlier(), node(), duration.node()));
  }

  /** The time from the other to this. */
  public final DurationExpr<S> minus(E start) {
    return new DurationExpr<>(Calls.of(between(), node(), start.node()));
  }
}
