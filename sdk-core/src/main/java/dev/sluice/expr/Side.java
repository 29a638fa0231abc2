package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * The handle of one of the stages that are joined, given to the lambdas of a join's steps: {@code
 * p.col(Product::price)}.
 *
 * @param <S> the scope of the join
 * @param <T> the record of this stage
 */
public final class Side<S, T> implements Columns<S, T> {

  private final int input;

  private Side(int input) {
    this.input = input;
  }

  /**
   * For the library's own use: the handle of this input of a join.
   *
   * @param input its position, from 0
   */
  public static <S, T> Side<S, T> of(int input) {
    return new Side<>(input);
  }

  @Override
  @Internal
  public ExprNode node(Serializable accessor) {
    return FieldReader.field(accessor, input);
  }
}
