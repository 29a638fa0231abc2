package dev.sluice.expr;

import dev.sluice.plan.ExprNode;

/**
 * What mathematics makes of a number: always a {@code double}, whatever the kind of the number; see
 * {@link NumExpr}.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class MathExpr<S, V extends Number> extends Expr<S, V> implements Sortable<S> {

  MathExpr(ExprNode node) {
    super(node);
  }

  /** The sine of this angle in radians. */
  public final DoubleExpr<S> sin() {
    return new DoubleExpr<>(Calls.of(Mathematics.SIN, this));
  }

  /** The cosine of this angle in radians. */
  public final DoubleExpr<S> cos() {
    return new DoubleExpr<>(Calls.of(Mathematics.COS, this));
  }

  /** The tangent of this angle in radians. */
  public final DoubleExpr<S> tan() {
    return new DoubleExpr<>(Calls.of(Mathematics.TAN, this));
  }

  /** The cotangent of this angle in radians. */
  public final DoubleExpr<S> cot() {
    return new DoubleExpr<>(Calls.of(Mathematics.COT, this));
  }

  /** The secant of this angle in radians. */
  public final DoubleExpr<S> sec() {
    return new DoubleExpr<>(Calls.of(Mathematics.SEC, this));
  }

  /** The cosecant of this angle in radians. */
  public final DoubleExpr<S> csc() {
    return new DoubleExpr<>(Calls.of(Mathematics.CSC, this));
  }

  /** The angle in radians whose sine this is; NaN if it is none. */
  public final DoubleExpr<S> asin() {
    return new DoubleExpr<>(Calls.of(Mathematics.ASIN, this));
  }

  /** The angle in radians whose cosine this is; NaN if it is none. */
  public final DoubleExpr<S> acos() {
    return new DoubleExpr<>(Calls.of(Mathematics.ACOS, this));
  }

  /** The angle in radians whose tangent this is. */
  public final DoubleExpr<S> atan() {
    return new DoubleExpr<>(Calls.of(Mathematics.ATAN, this));
  }

  /** The hyperbolic sine. */
  public final DoubleExpr<S> sinh() {
    return new DoubleExpr<>(Calls.of(Mathematics.SINH, this));
  }

  /** The hyperbolic cosine. */
  public final DoubleExpr<S> cosh() {
    return new DoubleExpr<>(Calls.of(Mathematics.COSH, this));
  }

  /** The hyperbolic tangent. */
  public final DoubleExpr<S> tanh() {
    return new DoubleExpr<>(Calls.of(Mathematics.TANH, this));
  }

  /** The number whose hyperbolic sine this is. */
  public final DoubleExpr<S> asinh() {
    return new DoubleExpr<>(Calls.of(Mathematics.ASINH, this));
  }

  /** The number whose hyperbolic cosine this is; NaN if it is none. */
  public final DoubleExpr<S> acosh() {
    return new DoubleExpr<>(Calls.of(Mathematics.ACOSH, this));
  }

  /** The number whose hyperbolic tangent this is; NaN if it is none. */
  public final DoubleExpr<S> atanh() {
    return new DoubleExpr<>(Calls.of(Mathematics.ATANH, this));
  }

  /** <i>e</i> to the power of this, less 1; exact near zero. */
  public final DoubleExpr<S> expm1() {
    return new DoubleExpr<>(Calls.of(Mathematics.EXPM1, this));
  }

  /** The natural logarithm of this and 1, exact near zero; NULL of -1 and of what is less. */
  public final DoubleExpr<S> log1p() {
    return new DoubleExpr<>(Calls.of(Mathematics.LOG1P, this));
  }

  /** The logarithm to base 2; NULL of zero and of negative numbers, as in Spark. */
  public final DoubleExpr<S> log2() {
    return new DoubleExpr<>(Calls.of(Mathematics.LOG2, this));
  }

  /** The cube root. */
  public final DoubleExpr<S> cbrt() {
    return new DoubleExpr<>(Calls.of(Mathematics.CBRT, this));
  }

  /** This angle in radians as one in degrees. */
  public final DoubleExpr<S> toDegrees() {
    return new DoubleExpr<>(Calls.of(Mathematics.DEGREES, this));
  }

  /** This angle in degrees as one in radians. */
  public final DoubleExpr<S> toRadians() {
    return new DoubleExpr<>(Calls.of(Mathematics.RADIANS, this));
  }

  /** The nearest whole number, the even one of two, as {@code Math.rint} gives it. */
  public final DoubleExpr<S> rint() {
    return new DoubleExpr<>(Calls.of(Mathematics.RINT, this));
  }

  /** The angle in radians between the first axis and the point {@code (x, this)}. */
  public final DoubleExpr<S> atan2(NumExpr<S, ?> x) {
    return new DoubleExpr<>(Calls.of(Mathematics.ATAN2, this, x));
  }

  /** The length of the hypotenuse above both, without an overflow in between. */
  public final DoubleExpr<S> hypot(NumExpr<S, ?> other) {
    return new DoubleExpr<>(Calls.of(Mathematics.HYPOT, this, other));
  }

  /** The logarithm to a base; NULL of zero and of negative numbers, as in Spark. */
  public final DoubleExpr<S> log(double base) {
    return new DoubleExpr<>(Calls.of(Mathematics.LOG, base, this));
  }

  /** This to the power of the exponent. */
  public final DoubleExpr<S> pow(NumExpr<S, ?> exponent) {
    return new DoubleExpr<>(Calls.of(Numbers.POW, this, exponent));
  }

  /**
   * Which of so many equal buckets between two values this is in, counted from 1; 0 below all of them,
   * one more than there are above. NULL if there is no such bucket.
   *
   * <pre>{@code
   * col(Reading::level).widthBucket(0, 100, 10)
   * }</pre>
   */
  public final LongExpr<S> widthBucket(double from, double to, long buckets) {
    return new LongExpr<>(Calls.of(Mathematics.WIDTH_BUCKET, this, from, to, buckets));
  }

  /**
   * As text with commas between thousands and so many places after the point, rounded to the even digit
   * of two that are as near; NULL for a negative number of places.
   */
  public final StrExpr<S> formatNumber(int places) {
    return new StrExpr<>(Calls.of(Parts.FORMAT_NUMBER, this, places));
  }

  /** As text in a pattern of {@code DecimalFormat}, such as {@code #,##0.00}. */
  public final StrExpr<S> formatNumber(String pattern) {
    return new StrExpr<>(Calls.of(Parts.FORMAT_NUMBER, this, pattern));
  }
}
