// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

// @formatter:off
/**
 * A key of one of the stages that are joined already, found by its record: {@code
 * on(Order::customerId)} and {@code on(col(Order::note).lower())} mean the stage of orders. Where
 * several stages have the record, the compiler says that the key is ambiguous, and a lambda over
 * their handles says which is meant. Users never name these types.
 */
public final class StageKey {

  private StageKey() {}

  /** An expression over any record. */
  public interface Any<S> {}

  /** An expression, which may be the key of any stage. */
  public interface Computed<S, V>
      extends In1<S, V>, In2<S, V>, In3<S, V>, In4<S, V>, In5<S, V>, In6<S, V>, In7<S, V> {}

  /**
   * What a key of a record comes to that no stage before has: nothing. The right key cannot follow.
   *
   * @param <S> the record
   */
  public static final class NotJoined<S> {
    private NotJoined() {}

    /** For the library's own use. */
    @Internal
    public static <S> NotJoined<S> of() {
      return new NotJoined<>();
    }
  }

  /** The tree of a key; every key is an expression. */
  @Internal
  public static ExprNode node(Any<?> key) {
    return ((Expr<?, ?>) key).node();
  }

  /** An accessor of the first stage's record. */
  @FunctionalInterface
  public interface Ref1<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the first stage's record. */
  public interface In1<S, V> extends Any<S> {}

  /** An accessor of the second stage's record. */
  @FunctionalInterface
  public interface Ref2<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the second stage's record. */
  public interface In2<S, V> extends Any<S> {}

  /** An accessor of the third stage's record. */
  @FunctionalInterface
  public interface Ref3<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the third stage's record. */
  public interface In3<S, V> extends Any<S> {}

  /** An accessor of the fourth stage's record. */
  @FunctionalInterface
  public interface Ref4<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the fourth stage's record. */
  public interface In4<S, V> extends Any<S> {}

  /** An accessor of the fifth stage's record. */
  @FunctionalInterface
  public interface Ref5<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the fifth stage's record. */
  public interface In5<S, V> extends Any<S> {}

  /** An accessor of the sixth stage's record. */
  @FunctionalInterface
  public interface Ref6<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the sixth stage's record. */
  public interface In6<S, V> extends Any<S> {}

  /** An accessor of the seventh stage's record. */
  @FunctionalInterface
  public interface Ref7<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** An expression over the seventh stage's record. */
  public interface In7<S, V> extends Any<S> {}
}
// @formatter:on
