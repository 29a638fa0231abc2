package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Output;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A nested record, whose own columns are reached with {@code col}. Two records are equal if all
 * their columns are; Spark refuses to compare records that contain a map.
 *
 * @param <S> the scope
 * @param <R> the record
 */
public final class RecordExpr<S, R extends Record> extends ValueExpr<S, R>
    implements Columns<S, R> {

  RecordExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S, R extends Record> RecordExpr<S, R> of(Expr<S, R> value) {
    return new RecordExpr<>(value.node());
  }

  @Override
  <Z> RecordExpr<Z, R> rebuild(ExprNode other) {
    return new RecordExpr<>(other);
  }

  /**
   * This as JSON, with all digits of times, which are in UTC; what is NULL is left out.
   */
  public StrExpr<S> toJson() {
    return new StrExpr<>(Calls.of(RecordsInTexts.TO_JSON, this));
  }

  /** This as a line of CSV; a record within it cannot be written so. */
  public StrExpr<S> toCsv() {
    return new StrExpr<>(Calls.of(RecordsInTexts.TO_CSV, this));
  }

  /** This as an element of XML, {@code ROW}. */
  public StrExpr<S> toXml() {
    return new StrExpr<>(Calls.of(RecordsInTexts.TO_XML, this));
  }

  @Override
  public RecordExpr<S, R> where(RowsWhere<S> rows) {
    return new RecordExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public RecordExpr<S, R> orElse(R value) {
    return new RecordExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public RecordExpr<S, R> orElse(RecordExpr<S, R> other) {
    return new RecordExpr<>(coalesce(other.node()));
  }

  /**
   * The same record with other values in some components; NULL where the record is.
   *
   * <pre>{@code
   * col(Order::address).with(set(Address::city).to(col(Order::city).upper()))
   * }</pre>
   *
   * @throws IllegalArgumentException if no component is set
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final RecordExpr<S, R> with(Assignment<S, R>... assignments) {
    if (assignments.length == 0) {
      throw new IllegalArgumentException("with() needs at least one set(…).to(…)");
    }
    CallSite site = CallSite.here();
    return new RecordExpr<>(
        new ExprNode.Changed(
            node(),
            Arrays.stream(assignments).map(set -> changed(set, site)).toList(),
            site));
  }

  private static Output changed(Assignment<?, ?> set, CallSite site) {
    return set.target() instanceof ExprNode.Field field
        ? new Output(field.accessor(), set.value())
        : new Output("?", new ExprNode.Invalid("set(…) names no component", site));
  }

  @Override
  @Internal
  public ExprNode node(Serializable accessor) {
    return FieldReader.nested(node(), accessor);
  }
}
