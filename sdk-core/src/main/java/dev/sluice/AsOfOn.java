package dev.sluice;

import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined2;

/**
 * The step of an as-of join that says what is equal in both rows: {@code
 * on(Trade::symbol).equalTo(Price::symbol)}.
 *
 * @param <L> the record of the rows
 * @param <R> the record of the others
 */
public final class AsOfOn<L extends Record, R extends Record> {

  private final AsOfParts parts;

  private AsOfOn(AsOfParts parts) {
    this.parts = parts;
  }

  static <L extends Record, R extends Record> AsOfOn<L, R> of(
      Stage<L> left, Stage<R> right, boolean keepsAll) {
    return new AsOfOn<>(AsOfParts.of(left, right, keepsAll));
  }

  /** The left key; {@code equalTo} takes the right one, of the same type. */
  public <K> EqualTo<Joined2<L, R>, R, K, AsOfKeys<L, R>> on(Fields.Typed<L, K> accessor) {
    return parts.key(FieldReader.field(accessor), AsOfKeys::new);
  }

  /** The left key, computed. */
  public <K> EqualTo<Joined2<L, R>, R, K, AsOfKeys<L, R>> on(Expr<L, K> key) {
    return parts.key(key.node(), AsOfKeys::new);
  }
}
