package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.Map;

/**
 * A map.
 *
 * @param <S> the scope
 * @param <K> the type of the keys
 * @param <W> the type of the values
 */
public final class MapExpr<S, K, W> extends Expr<S, Map<K, W>> {

  MapExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, K, W> MapExpr<S, K, W> of(Expr<S, Map<K, W>> value) {
    return new MapExpr<>(value.node());
  }

  @Override
  <Z> MapExpr<Z, K, W> rebuild(ExprNode other) {
    return new MapExpr<>(other);
  }

  /** This value, or the given one where this is NULL. */
  public MapExpr<S, K, W> orElse(Map<K, W> value) {
    return new MapExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public MapExpr<S, K, W> orElse(MapExpr<S, K, W> other) {
    return new MapExpr<>(coalesce(other.node()));
  }

  /**
   * The value of a key; NULL if the key is not there. Where the operators of its kind are needed,
   * wrap it: {@code IntExpr.of(map.get("a"))}.
   */
  public ValueExpr<S, W> get(K key) {
    return new PlainExpr<>(Calls.of(Elements.VALUE_OF, this, Calls.literal(key)));
  }

  /** The number of entries. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Elements.SIZE, this));
  }
}
