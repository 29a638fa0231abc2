package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.ExprNode;

/**
 * A condition on the rows that an aggregate is computed of: each {@link BoolExpr} over rows is one
 * for the groups of these rows. Not meant to be implemented by users.
 *
 * @param <G> the scope of the aggregate, {@code Group<record>}
 */
public interface RowsWhere<G> {

  /** The condition as data. */
  @Internal
  ExprNode node();
}
