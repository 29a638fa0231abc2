package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * An expression whose values have an order: texts (by their bytes in UTF-8), dates, points in time,
 * durations.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class OrderedExpr<S, V> extends ValueExpr<S, V> implements Sortable<S> {

  OrderedExpr(ExprNode node) {
    super(node);
  }

  /** Whether this is greater than the value. */
  public final BoolExpr<S> gt(V value) {
    return new BoolExpr<>(Calls.of(Operators.GT, node(), Calls.literal(value)));
  }

  /** Whether this is greater than the other. */
  public final BoolExpr<S> gt(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.GT, node(), other.node()));
  }

  /** Whether this is greater than or equal to the value. */
  public final BoolExpr<S> ge(V value) {
    return new BoolExpr<>(Calls.of(Operators.GE, node(), Calls.literal(value)));
  }

  /** Whether this is greater than or equal to the other. */
  public final BoolExpr<S> ge(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.GE, node(), other.node()));
  }

  /** Whether this is less than the value. */
  public final BoolExpr<S> lt(V value) {
    return new BoolExpr<>(Calls.of(Operators.LT, node(), Calls.literal(value)));
  }

  /** Whether this is less than the other. */
  public final BoolExpr<S> lt(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.LT, node(), other.node()));
  }

  /** Whether this is less than or equal to the value. */
  public final BoolExpr<S> le(V value) {
    return new BoolExpr<>(Calls.of(Operators.LE, node(), Calls.literal(value)));
  }

  /** Whether this is less than or equal to the other. */
  public final BoolExpr<S> le(Expr<S, V> other) {
    return new BoolExpr<>(Calls.of(Operators.LE, node(), other.node()));
  }

  /** Whether this lies between the two values, both inclusive. */
  public final BoolExpr<S> between(V from, V to) {
    return new BoolExpr<>(
        Calls.of(Operators.BETWEEN, node(), Calls.literal(from), Calls.literal(to)));
  }

  /** Whether this lies between the two others, both inclusive. */
  public final BoolExpr<S> between(Expr<S, V> from, Expr<S, V> to) {
    return new BoolExpr<>(Calls.of(Operators.BETWEEN, node(), from.node(), to.node()));
  }
}
