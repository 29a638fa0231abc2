package dev.sluice;

import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Handles;
import dev.sluice.expr.Side;
import dev.sluice.plan.ExprNode;
import java.util.function.Function;

/**
 * The step after {@code on(…)}: the key of the other side, of the same type.
 *
 * @param <S> the scope of the join
 * @param <R> the other record
 * @param <K> the type of the key
 * @param <J> the step that follows
 */
@SuppressWarnings("overloads") // a lambda over a handle is the more specific of the two
public final class EqualTo<S, R, K, J> {

  private final ExprNode leftKey;
  private final int rightInput;
  private final Function<ExprNode, J> next;

  EqualTo(ExprNode leftKey, int rightInput, Function<ExprNode, J> next) {
    this.leftKey = leftKey;
    this.rightInput = rightInput;
    this.next = next;
  }

  /** The right key. */
  public J equalTo(Fields.Typed<R, K> accessor) {
    return next.apply(Conditions.equal(leftKey, FieldReader.field(accessor, rightInput)));
  }

  /** The right key, computed. */
  public J equalTo(Expr<R, K> key) {
    return next.apply(Conditions.equal(leftKey, Conditions.moved(key.node(), rightInput)));
  }

  /** The right key, by the handle of its stage: {@code equalTo(p -> p.col(Product::productId))}. */
  public J equalTo(Handles.Key<S, R, K> key) {
    return next.apply(Conditions.equal(leftKey, key.of(Side.of(rightInput)).node()));
  }
}
