package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * A value of no certain type, as {@link StrExpr#parseJson()} gives it: parsed once, whatever is asked of
 * it. It stands within expressions alone; a record keeps the JSON, or what was asked.
 *
 * <pre>{@code
 * col(Event::body).tryParseJson().getLong("$.user.id")
 * }</pre>
 *
 * <p>A path begins with {@code $}; where it leads to nothing, or to JSON's null, the result is NULL.
 * What is there but cannot be of the type fails the run, but for {@code tryGet…}, which gives NULL.
 *
 * @param <S> the scope
 */
public final class VariantExpr<S> extends Expr<S, VariantExpr.Variant> {

  /** Stands for the type of such a value; there are no instances. */
  public static final class Variant {
    private Variant() {}
  }

  VariantExpr(ExprNode node) {
    super(node);
  }

  @Override
  <Z> VariantExpr<Z> rebuild(ExprNode other) {
    return new VariantExpr<>(other);
  }

  @Override
  public VariantExpr<S> where(RowsWhere<S> rows) {
    return new VariantExpr<>(Filtered.of(node(), rows.node()));
  }

  /** Whether this is JSON's null, which is a value; of NULL itself false. */
  public BoolExpr<S> isVariantNull() {
    return new BoolExpr<>(Calls.of(Variants.IS_NULL, this));
  }

  /** The value as JSON. */
  public StrExpr<S> toJson() {
    return new StrExpr<>(Calls.of(Variants.TO_JSON, this));
  }

  /** What a path leads to. */
  public VariantExpr<S> get(String path) {
    return new VariantExpr<>(get(path, "variant"));
  }

  /** What a path leads to, as a text; numbers and the like as JSON writes them. */
  public StrExpr<S> getText(String path) {
    return new StrExpr<>(get(path, "string"));
  }

  /** What a path leads to, as a truth value. */
  public BoolExpr<S> getBoolean(String path) {
    return new BoolExpr<>(get(path, "boolean"));
  }

  /** What a path leads to, as a number. */
  public IntExpr<S> getInt(String path) {
    return new IntExpr<>(get(path, "int"));
  }

  /** What a path leads to, as a number. */
  public LongExpr<S> getLong(String path) {
    return new LongExpr<>(get(path, "bigint"));
  }

  /** What a path leads to, as a number. */
  public DoubleExpr<S> getDouble(String path) {
    return new DoubleExpr<>(get(path, "double"));
  }

  /** What a path leads to, as a date. */
  public DateExpr<S> getDate(String path) {
    return new DateExpr<>(get(path, "date"));
  }

  /** What a path leads to, as a point in time. */
  public TimestampExpr<S> getTimestamp(String path) {
    return new TimestampExpr<>(get(path, "timestamp"));
  }

  /** As {@link #getText}, NULL where it is of another type. */
  public StrExpr<S> tryGetText(String path) {
    return new StrExpr<>(tryGet(path, "string"));
  }

  /** As {@link #getBoolean}, NULL where it is of another type. */
  public BoolExpr<S> tryGetBoolean(String path) {
    return new BoolExpr<>(tryGet(path, "boolean"));
  }

  /** As {@link #getInt}, NULL where it is of another type. */
  public IntExpr<S> tryGetInt(String path) {
    return new IntExpr<>(tryGet(path, "int"));
  }

  /** As {@link #getLong}, NULL where it is of another type. */
  public LongExpr<S> tryGetLong(String path) {
    return new LongExpr<>(tryGet(path, "bigint"));
  }

  /** As {@link #getDouble}, NULL where it is of another type. */
  public DoubleExpr<S> tryGetDouble(String path) {
    return new DoubleExpr<>(tryGet(path, "double"));
  }

  /** As {@link #getDate}, NULL where it is of another type. */
  public DateExpr<S> tryGetDate(String path) {
    return new DateExpr<>(tryGet(path, "date"));
  }

  /** As {@link #getTimestamp}, NULL where it is of another type. */
  public TimestampExpr<S> tryGetTimestamp(String path) {
    return new TimestampExpr<>(tryGet(path, "timestamp"));
  }

  private ExprNode get(String path, String type) {
    return Calls.of(Variants.GET, this, path, type);
  }

  private ExprNode tryGet(String path, String type) {
    return Calls.of(Variants.TRY_GET, this, path, type);
  }
}
