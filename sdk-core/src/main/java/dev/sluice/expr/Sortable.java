package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;

/**
 * An expression that rows can be sorted by. Implemented by the kinds of expression that have an
 * order; not meant to be implemented by users.
 *
 * @param <S> the scope
 */
public interface Sortable<S> {

  /** The expression as data. */
  @Internal
  ExprNode node();
}
