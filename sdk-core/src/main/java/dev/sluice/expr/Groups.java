package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;

/**
 * The handle of a group, given to the lambdas of {@code aggregate} and {@code having}: what names no
 * column of the rows, and so does not say of which rows it is, is asked of it.
 *
 * <pre>{@code
 * lines.groupBy(Line::orderDate)
 *     .having(g -> g.count().gt(10))
 *     .aggregate(g -> row(Share::new).of(g.key(Line::orderDate), g.count().times(100), sum(Line::amount)))
 * }</pre>
 *
 * @param <T> the record of the rows in the group
 */
public final class Groups<T> implements Keys<T> {

  private static final Groups<Object> ANY = new Groups<>();

  private Groups() {}

  /** For the library's own use: the handle of groups of any rows. */
  @SuppressWarnings("unchecked") // the rows are a phantom
  public static <T> Groups<T> of() {
    return (Groups<T>) ANY;
  }

  /** The number of rows; never NULL. */
  public LongExpr<Group<T>> count() {
    return new LongExpr<>(Calls.of(Aggregates.COUNT_ROWS));
  }

  /** The start of the group's time window, inclusive. Only after {@code window(…)}. */
  public TimestampExpr<Group<T>> windowStart() {
    return new TimestampExpr<>(new ExprNode.WindowBound(true, CallSite.here()));
  }

  /** The end of the group's time window, exclusive. Only after {@code window(…)}. */
  public TimestampExpr<Group<T>> windowEnd() {
    return new TimestampExpr<>(new ExprNode.WindowBound(false, CallSite.here()));
  }

  /**
   * Which keys a row of totals adds up, as a number whose bits stand for the keys, the last key's
   * lowest; 0 for the rows of groups. Only after {@code rollup}, {@code cube} and {@code
   * groupingSets}; never NULL.
   */
  public LongExpr<Group<T>> groupingId() {
    return new LongExpr<>(Calls.of(Operators.GROUPING_ID));
  }

  /**
   * Whether the row is a total over all values of this key, which is NULL in it. Only after {@code
   * rollup}, {@code cube} and {@code groupingSets}; never NULL.
   */
  public BoolExpr<Group<T>> isTotalOf(Fields.Named<T> key) {
    return total(FieldReader.field(key));
  }

  /** The same of a key that is computed. */
  public BoolExpr<Group<T>> isTotalOf(Expr<T, ?> key) {
    return total(key.node());
  }

  private static <T> BoolExpr<Group<T>> total(ExprNode key) {
    return new BoolExpr<>(
        Calls.of(Operators.EQ, Calls.of(Operators.GROUPING, key), (byte) 1));
  }
}
