package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * An element of a list, or a key or a value of a map. If it is a record, {@code col} gives its
 * columns; to compute with any other, wrap it as what it is:
 *
 * <pre>{@code
 * col(Order::items).filter(i -> i.col(Item::price).gt(10))
 * col(Order::tags).exists(t -> StrExpr.of(t).startsWith("a"))
 * }</pre>
 *
 * <p>Elements of a list, and values of a map, can be NULL.
 *
 * @param <S> the scope
 * @param <E> the type of the element
 */
public final class ElementExpr<S, E> extends ValueExpr<S, E> implements Columns<S, E> {

  ElementExpr(ExprNode node) {
    super(node);
  }

  @Override
  <Z> ElementExpr<Z, E> rebuild(ExprNode other) {
    return new ElementExpr<>(other);
  }

  @Override
  public ElementExpr<S, E> where(RowsWhere<S> rows) {
    return new ElementExpr<>(Filtered.of(node(), rows.node()));
  }

  @Override
  @Internal
  public ExprNode node(Serializable accessor) {
    return FieldReader.nested(node(), accessor);
  }
}
