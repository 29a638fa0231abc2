// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

// @formatter:off
/**
 * What a lambda over the handles of joined stages is: {@code (o, p) ->
 * o.col(Order::quantity).times(p.col(Product::price))}. Users write the lambdas and never name these
 * interfaces.
 */
public final class Handles {

  private Handles() {}

  /**
   * A key of one stage by its handle, {@code o -> o.col(Order::orderDate).year()}. Where a bare
   * reference can stand as well, a lambda is one of these.
   */
  @FunctionalInterface
  public interface Key<S, T, K> extends Fields.Typed<T, K>, Fields.Named<T> {
    /** The key. */
    Expr<S, K> of(Side<S, T> side);

    @Override
    default K get(T row) {
      throw new UnsupportedOperationException("a key is computed by Spark");
    }
  }

  /** Made of the handles of 2 stages. */
  @FunctionalInterface
  public interface Of2<S, A, B, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b);
  }

  /** Made of the handles of 3 stages. */
  @FunctionalInterface
  public interface Of3<S, A, B, C, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c);
  }

  /** Made of the handles of 4 stages. */
  @FunctionalInterface
  public interface Of4<S, A, B, C, D, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c, Side<S, D> d);
  }

  /** Made of the handles of 5 stages. */
  @FunctionalInterface
  public interface Of5<S, A, B, C, D, E, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c, Side<S, D> d, Side<S, E> e);
  }

  /** Made of the handles of 6 stages. */
  @FunctionalInterface
  public interface Of6<S, A, B, C, D, E, F, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c, Side<S, D> d, Side<S, E> e, Side<S, F> f);
  }

  /** Made of the handles of 7 stages. */
  @FunctionalInterface
  public interface Of7<S, A, B, C, D, E, F, G, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c, Side<S, D> d, Side<S, E> e, Side<S, F> f,
        Side<S, G> g);
  }

  /** Made of the handles of 8 stages. */
  @FunctionalInterface
  public interface Of8<S, A, B, C, D, E, F, G, H, R> {
    /** What is made of them. */
    R of(Side<S, A> a, Side<S, B> b, Side<S, C> c, Side<S, D> d, Side<S, E> e, Side<S, F> f,
        Side<S, G> g, Side<S, H> h);
  }
}
// @formatter:on
