package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * One side of a join, given to the lambdas of its steps: {@code p.col(Product::price)}. In a chain
 * of joins the left side is itself joined; {@code left(side)} and {@code right(side)} take it
 * apart.
 *
 * @param <S> the scope of the join
 * @param <T> the record of this side, or {@code Joined<…>}
 */
public final class Side<S, T> implements Columns<S, T> {

  private final int from;
  private final int to;

  private Side(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /**
   * For the library's own use: the side that consists of these stages of a join, {@code to}
   * exclusive.
   */
  public static <S, T> Side<S, T> of(int from, int to) {
    return new Side<>(from, to);
  }

  /** The left part of a joined side. */
  static <S, L, R> Side<S, L> left(Side<S, Joined<L, R>> side) {
    return new Side<>(side.from, side.to - 1);
  }

  /** The right part of a joined side. */
  static <S, L, R> Side<S, R> right(Side<S, Joined<L, R>> side) {
    return new Side<>(side.to - 1, side.to);
  }

  @Override
  @Internal
  public ExprNode node(Serializable accessor) {
    return FieldReader.field(accessor, from);
  }
}
