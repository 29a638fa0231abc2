package dev.sluice;

import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Variable.Role;
import java.util.Map;

/**
 * A stage whose rows are to be taken apart by a map in them: {@code select} says what becomes of a
 * row and one of its entries.
 *
 * <pre>{@code
 * products.explode(Product::attributes)
 *     .select((p, key, value) -> row(Attribute::new).of(
 *         p.col(Product::id), StrExpr.of(key), StrExpr.of(value)));
 * }</pre>
 *
 * @param <T> the record of the rows
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class ExplodingEntries<T extends Record, K, V> {

  private final ExplodedParts<T> parts;

  ExplodingEntries(ExplodedParts<T> parts) {
    this.parts = parts;
  }

  static <T extends Record, K, V> ExplodingEntries<T, K, V> of(Stage<T> stage, ExprNode map) {
    return new ExplodingEntries<>(ExplodedParts.of(stage, map));
  }

  /** Keeps rows without entries: each comes out once, and key and value are NULL. */
  public ExplodingEntries<T, K, V> keepEmpty() {
    return new ExplodingEntries<>(parts.keepEmpty());
  }

  /** A row of a record for each row and each of its entries. */
  public <R extends Record> Stage<R> select(Entry<T, K, V, R> row) {
    ExprNode.Variable key = parts.variable("key", Role.KEY);
    ExprNode.Variable value = parts.variable("value", Role.VALUE);
    return parts.stage(
        row.of(Side.of(0), NodeExpr.element(key), NodeExpr.element(value)), key, value);
  }

  /**
   * What becomes of a row and an entry.
   *
   * @param <T> the record of the rows
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @param <R> the record that comes out
   */
  @FunctionalInterface
  public interface Entry<T extends Record, K, V, R extends Record> {
    /** The row that comes out. */
    Projection<Joined2<T, Map<K, V>>, R> of(
        Side<Joined2<T, Map<K, V>>, T> row,
        ElementExpr<Joined2<T, Map<K, V>>, K> key,
        ElementExpr<Joined2<T, Map<K, V>>, V> value);
  }
}
