package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;
import java.io.Serializable;

/**
 * A component of record {@code R} set to an expression of scope {@code S}: {@code
 * set(Line::amount).to(expr)}.
 *
 * @param <S> the scope of the expression
 * @param <R> the record
 */
public final class Assignment<S, R> {

  private final ExprNode target;
  private final ExprNode value;

  private Assignment(ExprNode target, ExprNode value) {
    this.target = target;
    this.value = value;
  }

  /** The component, as a field of {@code R}. */
  @Internal
  public ExprNode target() {
    return target;
  }

  /** The expression. */
  @Internal
  public ExprNode value() {
    return value;
  }

  /**
   * The step after {@code set(Line::amount)}, which takes an expression of the component's type.
   *
   * @param <R> the record
   * @param <V> the component's type
   */
  public static final class To<R, V> {
    private final Serializable accessor;

    To(Serializable accessor) {
      this.accessor = accessor;
    }

    /** Sets the component to this. */
    public <S> Assignment<S, R> to(Expr<S, V> value) {
      return new Assignment<>(FieldReader.field(accessor), value.node());
    }
  }
}
