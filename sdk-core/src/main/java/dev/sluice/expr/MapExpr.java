package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import java.util.Map;
import org.apache.spark.sql.functions;

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
    return new PlainExpr<>(
        Calls.of(
            Fn.scalar("element_at", Nulls.ALWAYS, a -> functions.try_element_at(a.get(0), a.get(1)))
                .decimals(Decimals.SAME),
            node(),
            Calls.literal(key)));
  }

  /** The number of entries. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.scalar("size", a -> functions.size(a.get(0)), this));
  }
}
