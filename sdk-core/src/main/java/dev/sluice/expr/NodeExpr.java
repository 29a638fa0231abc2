package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;

/**
 * For the library's own modules: the door by which an expression of a kind of their own comes into
 * the language. Whoever uses it answers for the types: neither javac nor the plan can check that the
 * node is over rows of that scope and gives values of that type.
 */
public final class NodeExpr {

  private NodeExpr() {}

  /**
   * The value that a node computes. Where the operators of a kind are needed, wrap it: {@code
   * StrExpr.of(NodeExpr.of(node))}.
   *
   * @param <S> the scope
   * @param <V> the Java type of the value
   */
  @Internal
  public static <S, V> ValueExpr<S, V> of(ExprNode node) {
    return new PlainExpr<>(node);
  }

  /**
   * The part of a list or a map that a node is.
   *
   * @param <S> the scope
   * @param <E> the Java type of the part
   */
  @Internal
  public static <S, E> ElementExpr<S, E> element(ExprNode node) {
    return new ElementExpr<>(node);
  }
}
