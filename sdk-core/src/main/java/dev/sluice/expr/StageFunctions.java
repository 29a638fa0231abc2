package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;

/**
 * Assignments by name, bounds of time windows, users' functions. Part of {@code Dsl}.
 */
public abstract class StageFunctions extends CollectionFunctions {

  /** For {@code Dsl} alone. */
  protected StageFunctions() {}

  /** Sets a component in a mapping by name: {@code set(Line::amount).to(…)}. */
  public static <R, V> Assignment.To<R, V> set(Fields.Typed<R, V> accessor) {
    return new Assignment.To<>(accessor);
  }

  /** The start of the group's time window, inclusive. Only after {@code window(…)}. */
  public static <T> TimestampExpr<Group<T>> windowStart() {
    return new TimestampExpr<>(new ExprNode.WindowBound(true, CallSite.here()));
  }

  /** The end of the group's time window, exclusive. Only after {@code window(…)}. */
  public static <T> TimestampExpr<Group<T>> windowEnd() {
    return new TimestampExpr<>(new ExprNode.WindowBound(false, CallSite.here()));
  }

  /**
   * A function of your own.
   *
   * @param name shown in plans
   * @param input the type of the argument; a record for several values
   * @param output the type of the result
   * @param body the function; never called with {@code null}
   */
  public static <A, B> Udf<A, B> udf(
      String name, Class<A> input, Class<B> output, Udf.Body<? super A, ? extends B> body) {
    return new Udf<>(name, input, output, body, false, true);
  }
}
