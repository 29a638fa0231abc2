package dev.sluice;

import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined2;

/**
 * The step of an as-of join that says which columns are compared as times.
 *
 * @param <L> the record of the rows
 * @param <R> the record of the others
 */
public final class AsOfKeys<L extends Record, R extends Record> {

  private final AsOfParts parts;

  AsOfKeys(AsOfParts parts) {
    this.parts = parts;
  }

  /** One more left key. */
  public <K> EqualTo<Joined2<L, R>, R, K, AsOfKeys<L, R>> and(Fields.Typed<L, K> accessor) {
    return parts.key(FieldReader.field(accessor), AsOfKeys::new);
  }

  /** One more left key, computed. */
  public <K> EqualTo<Joined2<L, R>, R, K, AsOfKeys<L, R>> and(Expr<L, K> key) {
    return parts.key(key.node(), AsOfKeys::new);
  }

  /**
   * The latest other row whose time is not after that of the row; a time that is NULL matches
   * nothing. Instead of times these may be dates, numbers or what else has an order.
   *
   * @param left when the row happened
   * @param right when the other one did
   */
  public <V extends Comparable<? super V>> AsOfJoining<L, R> atOrBefore(
      Fields.Typed<L, V> left, Fields.Typed<R, V> right) {
    return new AsOfJoining<>(
        parts.times(FieldReader.field(left, 0), FieldReader.field(right, 1)));
  }
}
