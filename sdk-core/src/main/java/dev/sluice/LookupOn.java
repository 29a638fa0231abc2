package dev.sluice;

import dev.sluice.connect.LookupStore;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;

/**
 * The step of a lookup that says by what the store is asked: a key of just the type that the store
 * has. Rows with a NULL in their key find nothing, and the store is not asked.
 *
 * @param <L> the record of the rows
 * @param <K> the type of the key
 * @param <R> the record that the store gives
 */
public final class LookupOn<L extends Record, K, R extends Record> {

  private final Stage<L> rows;
  private final LookupStore<K, R> store;

  LookupOn(Stage<L> rows, LookupStore<K, R> store) {
    this.rows = rows;
    this.store = store;
  }

  /** The key is a column. */
  public LookingUp<L, R> on(Fields.Typed<L, K> accessor) {
    return on(FieldReader.field(accessor));
  }

  /** The key, computed. */
  public LookingUp<L, R> on(Expr<L, K> key) {
    return on(key.node());
  }

  /**
   * The key has several components, which are those of a record: {@code on(row(PriceKey::new).of(
   * col(Order::productId), col(Order::country)))}.
   */
  public LookingUp<L, R> on(Projection<L, K> key) {
    return on(new ExprNode.Struct(key.record(), key.values(), key.site()));
  }

  private LookingUp<L, R> on(ExprNode key) {
    return LookingUp.of(rows, store, key, CallSite.here());
  }
}
