package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import java.util.function.Function;

/**
 * A user's own Java function as an expression. It is opaque to Spark's optimizer, so prefer
 * expressions where they can say the same; what it takes and gives is typed at both ends.
 *
 * <pre>{@code
 * static final Udf<Double, String> TIER = udf("tier", Double.class, String.class, Tiers::of);
 *
 * TIER.call(col(Customer::spent))
 * }</pre>
 *
 * <p>NULL gives NULL without a call. A function of several values takes a record: {@code
 * score.call(struct(row(Features::new).of(…)))}. A function that returns {@code null} fails the
 * run, unless {@link #returningNull()} says that it may. It must be serializable for a cluster, as
 * any lambda without captured state or a static method is.
 *
 * <p>Spark may call it several times for a row, and leave out calls that nobody needs, since it
 * takes it to give the same result for the same argument. Of a function that does not, say so with
 * {@link #nonDeterministic()}.
 *
 * @param <A> the type of the argument
 * @param <B> the type of the result
 */
public final class Udf<A, B> {

  /** A function that can be sent to executors. */
  @FunctionalInterface
  public interface Body<A, B> extends Function<A, B>, java.io.Serializable {}

  private final String name;
  private final Class<A> input;
  private final Class<B> output;
  private final Body<? super A, ? extends B> body;
  private final boolean returnsNull;
  private final boolean deterministic;

  Udf(
      String name,
      Class<A> input,
      Class<B> output,
      Body<? super A, ? extends B> body,
      boolean returnsNull,
      boolean deterministic) {
    this.name = name;
    this.input = input;
    this.output = output;
    this.body = body;
    this.returnsNull = returnsNull;
    this.deterministic = deterministic;
  }

  /** The same function, allowed to return {@code null}. */
  public Udf<A, B> returningNull() {
    return new Udf<>(name, input, output, body, true, deterministic);
  }

  /**
   * The same function, declared to give another value at each call, as one does that draws random
   * numbers, counts or asks a service. A column made by it keeps its value in the stages that
   * follow: a filter judges the value that comes out.
   */
  public Udf<A, B> nonDeterministic() {
    return new Udf<>(name, input, output, body, returnsNull, false);
  }

  /**
   * The function of this value. Where the operators of a kind are needed on the result, wrap it:
   * {@code StrExpr.of(TIER.call(…))}.
   */
  public <S> ValueExpr<S, B> call(Expr<S, A> argument) {
    return new PlainExpr<>(
        new ExprNode.Udf(
            name,
            body,
            input,
            output,
            returnsNull,
            deterministic,
            argument.node(),
            CallSite.here()));
  }
}
