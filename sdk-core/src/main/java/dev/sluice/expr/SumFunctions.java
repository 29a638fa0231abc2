package dev.sluice.expr;

/** Sums and means of columns, by method reference or expression. Part of {@code Dsl}. */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public abstract class SumFunctions extends KeyFunctions {

  SumFunctions() {}

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(ByteExpr<T> value) {
    return new LongExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveByte<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(ShortExpr<T> value) {
    return new LongExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveShort<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(IntExpr<T> value) {
    return new LongExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveInt<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(LongExpr<T> value) {
    return new LongExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.PrimitiveLong<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(FloatExpr<T> value) {
    return new DoubleExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(Fields.PrimitiveFloat<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(DoubleExpr<T> value) {
    return new DoubleExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(Fields.PrimitiveDouble<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedByte<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedShort<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedInt<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> LongExpr<Group<T>> sum(Fields.BoxedLong<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(Fields.BoxedFloat<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DoubleExpr<Group<T>> sum(Fields.BoxedDouble<T> accessor) {
    return sum(col(accessor));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DecimalExpr<Group<T>> sum(DecimalExpr<T> value) {
    return new DecimalExpr<>(Aggregates.sum(value.node()));
  }

  /**
   * The sum of the values that are not NULL; NULL if there are none. Integers add up to a {@code
   * long}, and overflow is an error.
   */
  public static <T> DecimalExpr<Group<T>> sum(Fields.Decimal<T> accessor) {
    return sum(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(ByteExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveByte<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(ShortExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveShort<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(IntExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveInt<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(LongExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveLong<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(FloatExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveFloat<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(DoubleExpr<T> value) {
    return new DoubleExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.PrimitiveDouble<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedByte<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedShort<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedInt<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedLong<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedFloat<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DoubleExpr<Group<T>> avg(Fields.BoxedDouble<T> accessor) {
    return avg(col(accessor));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> avg(DecimalExpr<T> value) {
    return new DecimalExpr<>(Aggregates.avg(value.node()));
  }

  /** The mean of the values that are not NULL; NULL if there are none. */
  public static <T> DecimalExpr<Group<T>> avg(Fields.Decimal<T> accessor) {
    return avg(col(accessor));
  }
}
