package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.Map;
import java.util.function.BiFunction;

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

  /**
   * This as JSON, with all digits of times, which are in UTC; what is NULL is left out.
   */
  public StrExpr<S> toJson() {
    return new StrExpr<>(Calls.of(RecordsInTexts.TO_JSON, this));
  }

  @Override
  public MapExpr<S, K, W> where(RowsWhere<S> rows) {
    return new MapExpr<>(Filtered.of(node(), rows.node()));
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
   * The value of a key; NULL if the key is not there. If it is a record, {@code col} gives its
   * columns; where the operators of another kind are needed, wrap it: {@code
   * IntExpr.of(map.get("a"))}.
   */
  public ElementExpr<S, W> get(K key) {
    return new ElementExpr<>(Calls.of(Elements.VALUE_OF, this, Calls.literal(key)));
  }

  /** The value of a key that is computed; NULL if it is not there. */
  public ElementExpr<S, W> get(Expr<S, K> key) {
    return new ElementExpr<>(Calls.of(Elements.VALUE_OF, this, key));
  }

  /** Whether the key is there. */
  public BoolExpr<S> containsKey(K key) {
    return new BoolExpr<>(Calls.of(Entries.CONTAINS_KEY, this, Calls.literal(key)));
  }

  /** Whether a key that is computed is there. */
  public BoolExpr<S> containsKey(Expr<S, K> key) {
    return new BoolExpr<>(Calls.of(Entries.CONTAINS_KEY, this, key));
  }

  /** The number of entries. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Elements.SIZE, this));
  }

  /** The keys, in no certain order. */
  public ListExpr<S, K> keys() {
    return new ListExpr<>(Calls.of(Entries.KEYS, this));
  }

  /** The values, in the order of {@link #keys}. */
  public ListExpr<S, W> values() {
    return new ListExpr<>(Calls.of(Entries.VALUES, this));
  }

  /**
   * A list of what becomes of each entry, in the order of {@link #keys}; NULL if the map is.
   *
   * <pre>{@code
   * col(Order::prices).entries((sku, price) ->
   *     struct(row(Item::new).of(StrExpr.of(sku), DoubleExpr.of(price))))
   * }</pre>
   */
  public <F> ListExpr<S, F> entries(
      BiFunction<ElementExpr<S, K>, ElementExpr<S, W>, ? extends Expr<S, F>> body) {
    return keys().zipWith(values(), body);
  }

  /** The entries of this and of the others. A key that is there twice fails the run. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final MapExpr<S, K, W> concat(MapExpr<S, K, W>... others) {
    return new MapExpr<>(Calls.of(Entries.CONCAT, Calls.arguments(this, others)));
  }

  /** The entries for which the condition is true. */
  public MapExpr<S, K, W> filter(
      BiFunction<ElementExpr<S, K>, ElementExpr<S, W>, BoolExpr<S>> condition) {
    return new MapExpr<>(Calls.of(Entries.FILTER, this, lambda(condition)));
  }

  /** The entries with what becomes of their keys. One that is NULL, or there twice, fails the run. */
  public <L> MapExpr<S, L, W> transformKeys(
      BiFunction<ElementExpr<S, K>, ElementExpr<S, W>, ? extends Expr<S, L>> body) {
    return new MapExpr<>(Calls.of(Entries.TRANSFORM_KEYS, this, lambda(body)));
  }

  /** The entries with what becomes of their values. */
  public <X> MapExpr<S, K, X> transformValues(
      BiFunction<ElementExpr<S, K>, ElementExpr<S, W>, ? extends Expr<S, X>> body) {
    return new MapExpr<>(Calls.of(Entries.TRANSFORM_VALUES, this, lambda(body)));
  }

  private ExprNode lambda(
      BiFunction<ElementExpr<S, K>, ElementExpr<S, W>, ? extends Expr<S, ?>> body) {
    return Lambdas.of(
        v -> body.apply(new ElementExpr<>(v.get(0)), new ElementExpr<>(v.get(1))).node(),
        Lambdas.key(this),
        Lambdas.value(this));
  }

  /** For each key of both maps, what becomes of its two values; one that is not there is NULL. */
  public <X, Y> MapExpr<S, K, Y> zipWith(
      MapExpr<S, K, X> other, Zipped<S, K, W, X, Y> body) {
    return new MapExpr<>(
        Calls.of(
            Entries.ZIP_WITH,
            this,
            other,
            Lambdas.of(
                v -> body.of(
                    new ElementExpr<>(v.get(0)),
                    new ElementExpr<>(v.get(1)),
                    new ElementExpr<>(v.get(2)))
                    .node(),
                Lambdas.key(this),
                Lambdas.value(this),
                Lambdas.otherValue(other))));
  }

  /** What becomes of a key and its values in two maps. */
  @FunctionalInterface
  public interface Zipped<S, K, W, X, Y> {
    /** The new value. */
    Expr<S, Y> of(ElementExpr<S, K> key, ElementExpr<S, W> one, ElementExpr<S, X> other);
  }
}
