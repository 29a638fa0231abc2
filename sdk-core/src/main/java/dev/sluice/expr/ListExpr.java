package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.List;

/**
 * A list.
 *
 * @param <S> the scope
 * @param <E> the type of the elements
 */
public final class ListExpr<S, E> extends ValueExpr<S, List<E>> {

  ListExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, E> ListExpr<S, E> of(Expr<S, List<E>> value) {
    return new ListExpr<>(value.node());
  }

  @Override
  <Z> ListExpr<Z, E> rebuild(ExprNode other) {
    return new ListExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public ListExpr<S, E> orElse(List<E> value) {
    return new ListExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public ListExpr<S, E> orElse(ListExpr<S, E> other) {
    return new ListExpr<>(coalesce(other.node()));
  }

  /** The distinct elements, in the order of their first occurrence; all NaN are one. */
  public ListExpr<S, E> distinct() {
    return new ListExpr<>(Calls.of(Elements.DISTINCT, this));
  }

  /** The number of elements. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Elements.SIZE, this));
  }

  /**
   * The element at an index, counted from 0; NULL beyond the end. Where the operators of its kind
   * are needed, wrap it: {@code StrExpr.of(list.get(0))}.
   */
  public ValueExpr<S, E> get(int index) {
    return new PlainExpr<>(Calls.of(Elements.GET, this, index));
  }

  /** Whether the element occurs; NULL if it does not and an element is NULL. */
  public BoolExpr<S> contains(E element) {
    return new BoolExpr<>(Calls.of(Elements.CONTAINS, this, Calls.literal(element)));
  }
}
