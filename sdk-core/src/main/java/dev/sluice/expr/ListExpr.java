package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A list.
 *
 * @param <S> the scope
 * @param <E> the type of the elements
 */
public final class ListExpr<S, E> extends ValueExpr<S, List<E>> {

  ListExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, E> ListExpr<S, E> of(Expr<S, List<E>> value) {
    return new ListExpr<>(value.node());
  }

  @Override
  <Z> ListExpr<Z, E> rebuild(ExprNode other) {
    return new ListExpr<>(other);
  }

  /**
   * This as JSON, with all digits of times, which are in UTC; what is NULL is left out.
   */
  public StrExpr<S> toJson() {
    return new StrExpr<>(Calls.of(RecordsInTexts.TO_JSON, this));
  }

  @Override
  public ListExpr<S, E> where(RowsWhere<S> rows) {
    return new ListExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public ListExpr<S, E> orElse(List<E> value) {
    return new ListExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public ListExpr<S, E> orElse(ListExpr<S, E> other) {
    return new ListExpr<>(coalesce(other.node()));
  }

  /** The distinct elements, in the order of their first occurrence; all NaN are one. */
  public ListExpr<S, E> distinct() {
    return new ListExpr<>(Calls.of(Elements.DISTINCT, this));
  }

  /** The number of elements. */
  public IntExpr<S> size() {
    return new IntExpr<>(Calls.of(Elements.SIZE, this));
  }

  /**
   * The element at an index, counted from 0; NULL beyond the end. If it is a record, {@code col}
   * gives its columns; where the operators of another kind are needed, wrap it: {@code
   * StrExpr.of(list.get(0))}.
   */
  public ElementExpr<S, E> get(int index) {
    return new ElementExpr<>(Calls.of(Elements.GET, this, index));
  }

  /** The element at an index, counted from 0; NULL beyond the end. */
  public ElementExpr<S, E> get(IntExpr<S> index) {
    return new ElementExpr<>(Calls.of(Elements.GET, this, index));
  }

  /** The first element; NULL if there is none. */
  public ElementExpr<S, E> first() {
    return get(0);
  }

  /** The last element; NULL if there is none. */
  public ElementExpr<S, E> last() {
    return new ElementExpr<>(Calls.of(Elements.VALUE_OF, this, -1));
  }

  /** The smallest element that is not NULL; NULL if there is none. */
  public ElementExpr<S, E> min() {
    return new ElementExpr<>(Calls.of(Elements.MIN, this));
  }

  /** The largest element that is not NULL; NULL if there is none. */
  public ElementExpr<S, E> max() {
    return new ElementExpr<>(Calls.of(Elements.MAX, this));
  }

  /** Whether the element occurs; NULL if it does not and an element is NULL. */
  public BoolExpr<S> contains(E element) {
    return new BoolExpr<>(Calls.of(Elements.CONTAINS, this, Calls.literal(element)));
  }

  /** Whether the value occurs; NULL if it does not and an element is NULL. */
  public BoolExpr<S> contains(Expr<S, E> element) {
    return new BoolExpr<>(Calls.of(Elements.CONTAINS, this, element));
  }

  /** The index at which the element first occurs, counted from 0; -1 if it does not. */
  public LongExpr<S> indexOf(E element) {
    return index(Calls.literal(element));
  }

  /** The index at which the value first occurs, counted from 0; -1 if it does not. */
  public LongExpr<S> indexOf(Expr<S, E> element) {
    return index(element.node());
  }

  private LongExpr<S> index(ExprNode element) {
    return new LongExpr<>(
        Calls.of(Operators.MINUS, Calls.of(Elements.POSITION, this, element), 1L));
  }

  /** The different elements of both. */
  public ListExpr<S, E> union(ListExpr<S, E> other) {
    return new ListExpr<>(Calls.of(Elements.UNION, this, other));
  }

  /** The different elements that are in both. */
  public ListExpr<S, E> intersect(ListExpr<S, E> other) {
    return new ListExpr<>(Calls.of(Elements.INTERSECT, this, other));
  }

  /** The different elements that are not in the other. */
  public ListExpr<S, E> except(ListExpr<S, E> other) {
    return new ListExpr<>(Calls.of(Elements.EXCEPT, this, other));
  }

  /**
   * Whether an element is in both; NULL if none is, both have elements, and one of those is NULL.
   */
  public BoolExpr<S> overlaps(ListExpr<S, E> other) {
    return new BoolExpr<>(Calls.of(Elements.OVERLAP, this, other));
  }

  /** The elements of this and then those of the others; NULL if one of them is. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final ListExpr<S, E> concat(ListExpr<S, E>... others) {
    return new ListExpr<>(Calls.of(Elements.CONCAT, Calls.arguments(this, others)));
  }

  /** The list with this element behind the others. */
  public ListExpr<S, E> append(E element) {
    return new ListExpr<>(Calls.of(Elements.APPEND, this, Calls.literal(element)));
  }

  /** The list with this value, which may be NULL, behind the others. */
  public ListExpr<S, E> append(Expr<S, E> element) {
    return new ListExpr<>(Calls.of(Elements.APPEND, this, element));
  }

  /** The list with this element before the others. */
  public ListExpr<S, E> prepend(E element) {
    return new ListExpr<>(Calls.of(Elements.PREPEND, this, Calls.literal(element)));
  }

  /** The list with this value, which may be NULL, before the others. */
  public ListExpr<S, E> prepend(Expr<S, E> element) {
    return new ListExpr<>(Calls.of(Elements.PREPEND, this, element));
  }

  /**
   * The list with this element at an index, and those from there on behind it. Beyond the end there
   * are NULLs up to it.
   *
   * @param index counted from 0; -1 is behind the last element, -2 before the last
   */
  public ListExpr<S, E> insert(int index, E element) {
    return new ListExpr<>(
        Calls.of(Elements.INSERT, this, fromOne(index), Calls.literal(element)));
  }

  /** As {@link #insert(int, Object)}, with a value, which may be NULL. */
  public ListExpr<S, E> insert(int index, Expr<S, E> element) {
    return new ListExpr<>(Calls.of(Elements.INSERT, this, fromOne(index), element));
  }

  /** The list without any element that equals this. */
  public ListExpr<S, E> remove(E element) {
    return new ListExpr<>(Calls.of(Elements.REMOVE, this, Calls.literal(element)));
  }

  /** The list without any element that equals the value; NULL if the value is. */
  public ListExpr<S, E> remove(Expr<S, E> element) {
    return new ListExpr<>(Calls.of(Elements.REMOVE, this, element));
  }

  /** The elements that are not NULL. */
  public ListExpr<S, E> compact() {
    return new ListExpr<>(Calls.of(Elements.COMPACT, this));
  }

  /** The elements from the last to the first. */
  public ListExpr<S, E> reverse() {
    return new ListExpr<>(Calls.of(Elements.REVERSE, this));
  }

  /**
   * At most that many elements from an index on.
   *
   * @param index counted from 0; -1 is the last element
   * @param length not negative
   */
  public ListExpr<S, E> slice(int index, int length) {
    return new ListExpr<>(Calls.of(Elements.SLICE, this, fromOne(index), length));
  }

  /** At most that many elements from an index on, counted from 0, which is not negative. */
  public ListExpr<S, E> slice(IntExpr<S> index, IntExpr<S> length) {
    return new ListExpr<>(
        Calls.of(Elements.SLICE, this, Calls.of(Operators.PLUS, index, 1), length));
  }

  private static int fromOne(int index) {
    return index < 0 ? index : index + 1;
  }

  /** The elements from the smallest to the largest, NULLs last. */
  public ListExpr<S, E> sort() {
    return new ListExpr<>(Calls.of(Elements.SORT, this));
  }

  /** The elements from the largest to the smallest, NULLs last. */
  public ListExpr<S, E> sortDescending() {
    return new ListExpr<>(Calls.of(Elements.SORT_BY_DIRECTION, this, false));
  }

  /**
   * The elements by what the key gives for them, from the smallest to the largest; where it is NULL,
   * last.
   *
   * <pre>{@code
   * col(Order::items).sortBy(i -> i.col(Item::price))
   * }</pre>
   */
  public ListExpr<S, E> sortBy(Function<ElementExpr<S, E>, Sortable<S>> key) {
    return sorted(key, Operators.LT, Operators.GT);
  }

  /** The elements by what the key gives, from the largest to the smallest; where it is NULL, last. */
  public ListExpr<S, E> sortByDescending(Function<ElementExpr<S, E>, Sortable<S>> key) {
    return sorted(key, Operators.GT, Operators.LT);
  }

  private ListExpr<S, E> sorted(
      Function<ElementExpr<S, E>, Sortable<S>> key, Fn before, Fn after) {
    ExprNode comparison =
        Lambdas.of(
            v -> {
              ExprNode one = key.apply(new ElementExpr<>(v.get(0))).node();
              ExprNode two = key.apply(new ElementExpr<>(v.get(1))).node();
              return Calls.of(
                  Operators.CASE,
                  Calls.of(before, one, two), -1,
                  Calls.of(after, one, two), 1,
                  Calls.of(Operators.SAME, one, two), 0,
                  Calls.of(Operators.IS_NULL, one), 1,
                  -1);
            },
            Lambdas.element(this), Lambdas.other(this));
    return new ListExpr<>(Calls.of(Elements.SORT, this, comparison));
  }

  /**
   * The elements in a random order, another one each time it is computed.
   *
   * @param seed of the random numbers
   */
  public ListExpr<S, E> shuffle(long seed) {
    return new ListExpr<>(Calls.of(Elements.SHUFFLE, this, seed));
  }

  /**
   * What becomes of each element.
   *
   * <pre>{@code
   * col(Order::items).transform(i -> i.col(Item::price).times(col(Order::rate)))
   * }</pre>
   */
  public <F> ListExpr<S, F> transform(Function<ElementExpr<S, E>, ? extends Expr<S, F>> body) {
    return new ListExpr<>(
        Calls.of(
            Elements.TRANSFORM,
            this,
            Lambdas.of(
                v -> body.apply(new ElementExpr<>(v.get(0))).node(), Lambdas.element(this))));
  }

  /** What becomes of each element and its index, counted from 0. */
  public <F> ListExpr<S, F> transform(
      BiFunction<ElementExpr<S, E>, IntExpr<S>, ? extends Expr<S, F>> body) {
    return new ListExpr<>(
        Calls.of(
            Elements.TRANSFORM,
            this,
            Lambdas.of(
                v -> body.apply(new ElementExpr<>(v.get(0)), new IntExpr<>(v.get(1))).node(),
                Lambdas.element(this),
                Lambdas.position(this))));
  }

  /** The elements for which the condition is true. */
  public ListExpr<S, E> filter(Function<ElementExpr<S, E>, BoolExpr<S>> condition) {
    return new ListExpr<>(Calls.of(Elements.FILTER, this, lambda(condition)));
  }

  /** The elements for which, and for whose index from 0, the condition is true. */
  public ListExpr<S, E> filter(BiFunction<ElementExpr<S, E>, IntExpr<S>, BoolExpr<S>> condition) {
    return new ListExpr<>(
        Calls.of(
            Elements.FILTER,
            this,
            Lambdas.of(
                v -> condition.apply(new ElementExpr<>(v.get(0)), new IntExpr<>(v.get(1))).node(),
                Lambdas.element(this),
                Lambdas.position(this))));
  }

  /**
   * Whether the condition is true of an element; NULL if it is not and is NULL of one. Of no elements
   * false.
   */
  public BoolExpr<S> exists(Function<ElementExpr<S, E>, BoolExpr<S>> condition) {
    return new BoolExpr<>(Calls.of(Elements.EXISTS, this, lambda(condition)));
  }

  /**
   * Whether the condition is true of all elements; NULL if it is not false of any and is NULL of one.
   * Of no elements true.
   */
  public BoolExpr<S> forAll(Function<ElementExpr<S, E>, BoolExpr<S>> condition) {
    return new BoolExpr<>(Calls.of(Elements.FOR_ALL, this, lambda(condition)));
  }

  private ExprNode lambda(Function<ElementExpr<S, E>, BoolExpr<S>> condition) {
    return Lambdas.of(
        v -> condition.apply(new ElementExpr<>(v.get(0))).node(), Lambdas.element(this));
  }

  /**
   * One value made of all elements, one after the other.
   *
   * <pre>{@code
   * col(Order::items).reduce(value(0), (sum, i) -> sum.plus(i.col(Item::quantity).orElse(0)))
   * }</pre>
   *
   * @param start what it is of no elements; a decimal says its digits, which the result keeps: {@code
   *     value(BigDecimal.ZERO).toDecimal(38, 2)}
   * @param merge what becomes of the value so far and the next element
   */
  public <V, X extends Expr<S, V>> X reduce(X start, BiFunction<X, ElementExpr<S, E>, X> merge) {
    return Expr.like(
        start,
        Calls.of(
            Elements.REDUCE,
            this,
            start,
            Lambdas.of(
                v -> asStart(
                    start,
                    merge.apply(Expr.like(start, v.get(0)), new ElementExpr<>(v.get(1))).node()),
                Lambdas.result(start),
                Lambdas.element(this))));
  }

  /** Spark wants one type all the way. */
  private static ExprNode asStart(Expr<?, ?> start, ExprNode merged) {
    if (!(start instanceof DecimalExpr<?>)) {
      return merged;
    }
    return start.node() instanceof ExprNode.Cast cast
        ? Casts.strict(merged, cast.type())
        : new ExprNode.Invalid(
            "a reduction to a decimal keeps the digits that its start says: write value(BigDecimal.ZERO).toDecimal(38, 2)",
            CallSite.here());
  }

  /**
   * What becomes of two elements at the same index of two lists; of the longer list, of its element
   * and NULL. NULL if a list is.
   *
   * <pre>{@code
   * col(Order::skus).zipWith(col(Order::prices), (sku, price) ->
   *     struct(row(Item::new).of(StrExpr.of(sku), DoubleExpr.of(price))))
   * }</pre>
   */
  public <F, G> ListExpr<S, G> zipWith(
      ListExpr<S, F> other,
      BiFunction<ElementExpr<S, E>, ElementExpr<S, F>, ? extends Expr<S, G>> body) {
    return new ListExpr<>(
        Calls.of(
            Elements.ZIP_WITH,
            this,
            other,
            Lambdas.of(
                v -> body.apply(new ElementExpr<>(v.get(0)), new ElementExpr<>(v.get(1))).node(),
                Lambdas.element(this),
                Lambdas.other(other))));
  }

  /**
   * A map of what both lambdas give for each element. A key that is NULL, or there twice, fails the
   * run; NULL if the list is.
   *
   * <pre>{@code
   * col(Order::items).toMap(i -> i.col(Item::sku), i -> i.col(Item::price))
   * }</pre>
   */
  public <K, W> MapExpr<S, K, W> toMap(
      Function<ElementExpr<S, E>, ? extends Expr<S, K>> key,
      Function<ElementExpr<S, E>, ? extends Expr<S, W>> value) {
    return new MapExpr<>(Calls.of(Entries.OF_LISTS, transform(key), transform(value)));
  }
}
