package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A number. Numbers of any two kinds can be compared; the arithmetic of each kind is in its own
 * class and widens as Java does. As everywhere in Spark's ANSI mode, overflow is an error, not a
 * wrap.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 */
public abstract class NumExpr<S, V extends Number> extends MathExpr<S, V> {

  NumExpr(ExprNode node) {
    super(node);
  }

  /** A literal of this kind for a whole number, or of the next kind that holds it. */
  abstract ExprNode literal(long value);

  /** A literal of this kind for a floating point number, or a {@code double}. */
  ExprNode literal(double value) {
    return Calls.literal(value);
  }

  private BoolExpr<S> compare(Fn operator, ExprNode other) {
    return new BoolExpr<>(Calls.of(operator, node(), other));
  }

  /** Whether this is equal to the value. */
  public final BoolExpr<S> eq(long value) {
    return compare(Operators.EQ, literal(value));
  }

  /** Whether this is equal to the value. */
  public final BoolExpr<S> eq(double value) {
    return compare(Operators.EQ, literal(value));
  }

  /** Whether this is equal to the value. */
  public final BoolExpr<S> eq(BigDecimal value) {
    return compare(Operators.EQ, Calls.literal(value));
  }

  /** Whether this is equal to the other number, of whatever kind. */
  public final BoolExpr<S> eq(NumExpr<S, ?> other) {
    return compare(Operators.EQ, other.node());
  }

  /** Whether this is different from the value. */
  public final BoolExpr<S> ne(long value) {
    return compare(Operators.NE, literal(value));
  }

  /** Whether this is different from the value. */
  public final BoolExpr<S> ne(double value) {
    return compare(Operators.NE, literal(value));
  }

  /** Whether this is different from the value. */
  public final BoolExpr<S> ne(BigDecimal value) {
    return compare(Operators.NE, Calls.literal(value));
  }

  /** Whether this is different from the other number, of whatever kind. */
  public final BoolExpr<S> ne(NumExpr<S, ?> other) {
    return compare(Operators.NE, other.node());
  }

  /** Whether this is greater than the value. */
  public final BoolExpr<S> gt(long value) {
    return compare(Operators.GT, literal(value));
  }

  /** Whether this is greater than the value. */
  public final BoolExpr<S> gt(double value) {
    return compare(Operators.GT, literal(value));
  }

  /** Whether this is greater than the value. */
  public final BoolExpr<S> gt(BigDecimal value) {
    return compare(Operators.GT, Calls.literal(value));
  }

  /** Whether this is greater than the other number, of whatever kind. */
  public final BoolExpr<S> gt(NumExpr<S, ?> other) {
    return compare(Operators.GT, other.node());
  }

  /** Whether this is greater than or equal to the value. */
  public final BoolExpr<S> ge(long value) {
    return compare(Operators.GE, literal(value));
  }

  /** Whether this is greater than or equal to the value. */
  public final BoolExpr<S> ge(double value) {
    return compare(Operators.GE, literal(value));
  }

  /** Whether this is greater than or equal to the value. */
  public final BoolExpr<S> ge(BigDecimal value) {
    return compare(Operators.GE, Calls.literal(value));
  }

  /** Whether this is greater than or equal to the other number, of whatever kind. */
  public final BoolExpr<S> ge(NumExpr<S, ?> other) {
    return compare(Operators.GE, other.node());
  }

  /** Whether this is less than the value. */
  public final BoolExpr<S> lt(long value) {
    return compare(Operators.LT, literal(value));
  }

  /** Whether this is less than the value. */
  public final BoolExpr<S> lt(double value) {
    return compare(Operators.LT, literal(value));
  }

  /** Whether this is less than the value. */
  public final BoolExpr<S> lt(BigDecimal value) {
    return compare(Operators.LT, Calls.literal(value));
  }

  /** Whether this is less than the other number, of whatever kind. */
  public final BoolExpr<S> lt(NumExpr<S, ?> other) {
    return compare(Operators.LT, other.node());
  }

  /** Whether this is less than or equal to the value. */
  public final BoolExpr<S> le(long value) {
    return compare(Operators.LE, literal(value));
  }

  /** Whether this is less than or equal to the value. */
  public final BoolExpr<S> le(double value) {
    return compare(Operators.LE, literal(value));
  }

  /** Whether this is less than or equal to the value. */
  public final BoolExpr<S> le(BigDecimal value) {
    return compare(Operators.LE, Calls.literal(value));
  }

  /** Whether this is less than or equal to the other number, of whatever kind. */
  public final BoolExpr<S> le(NumExpr<S, ?> other) {
    return compare(Operators.LE, other.node());
  }

  /** Whether both are equal or both NULL; never NULL itself. */
  public final BoolExpr<S> eqNullSafe(NumExpr<S, ?> other) {
    return compare(Operators.SAME, other.node());
  }

  /** Whether this lies between the two values, both inclusive. */
  public final BoolExpr<S> between(long from, long to) {
    return new BoolExpr<>(Calls.of(Operators.BETWEEN, node(), literal(from), literal(to)));
  }

  /** Whether this lies between the two values, both inclusive. */
  public final BoolExpr<S> between(double from, double to) {
    return new BoolExpr<>(Calls.of(Operators.BETWEEN, node(), literal(from), literal(to)));
  }

  /** Whether this lies between the two values, both inclusive. */
  public final BoolExpr<S> between(BigDecimal from, BigDecimal to) {
    return new BoolExpr<>(
        Calls.of(Operators.BETWEEN, node(), Calls.literal(from), Calls.literal(to)));
  }

  /** Whether this lies between the two numbers, of whatever kinds, both inclusive. */
  public final BoolExpr<S> between(NumExpr<S, ?> from, NumExpr<S, ?> to) {
    return new BoolExpr<>(Calls.of(Operators.BETWEEN, node(), from.node(), to.node()));
  }

  /**
   * Whether this is one of the values.
   *
   * @throws IllegalArgumentException if no value is given
   */
  public final BoolExpr<S> in(double... values) {
    return among(Arrays.stream(values).mapToObj(value -> literal(value)).toArray());
  }

  /**
   * Whether this is one of the values: {@code in(dec("0.05"), dec("0.07"))}.
   *
   * @throws IllegalArgumentException if no value is given
   */
  public final BoolExpr<S> in(BigDecimal... values) {
    return among(Arrays.stream(values).map(Calls::literal).toArray());
  }

  /**
   * Whether this is one of the values.
   *
   * @throws IllegalArgumentException if no value is given
   */
  public final BoolExpr<S> in(long... values) {
    return among(Arrays.stream(values).mapToObj(value -> literal(value)).toArray());
  }

  private BoolExpr<S> among(Object[] literals) {
    if (literals.length == 0) {
      throw new IllegalArgumentException("in() needs at least one value");
    }
    return new BoolExpr<>(Calls.of(Operators.IN, Calls.arguments(this, literals)));
  }

  /** This number as a {@code double}. */
  public final DoubleExpr<S> toDouble() {
    return new DoubleExpr<>(Casts.strict(node(), Casts.DOUBLE));
  }

  /** This number as a {@code long}; a fraction is cut off, and what does not fit is an error. */
  public final LongExpr<S> toLong() {
    return new LongExpr<>(Casts.strict(node(), Casts.LONG));
  }

  /** This number as an {@code int}; a fraction is cut off, and what does not fit is an error. */
  public final IntExpr<S> toInt() {
    return new IntExpr<>(Casts.strict(node(), Casts.INT));
  }

  /**
   * This number as a decimal of that precision and scale; what does not fit is an error, as are NaN
   * and the infinities.
   */
  public final DecimalExpr<S> toDecimal(int precision, int scale) {
    return new DecimalExpr<>(Casts.strict(finite(), Casts.decimal(precision, scale)));
  }

  /** This number, an error where it is none that a decimal can be. */
  ExprNode finite() {
    return node();
  }

  /** This number as text. */
  public final StrExpr<S> toText() {
    return new StrExpr<>(Casts.strict(node(), Casts.STRING));
  }

  /** The largest whole number that is not greater; {@code long}. */
  public LongExpr<S> floor() {
    return new LongExpr<>(Calls.of(Numbers.FLOOR, this));
  }

  /** The smallest whole number that is not less; {@code long}. */
  public LongExpr<S> ceil() {
    return new LongExpr<>(Calls.of(Numbers.CEIL, this));
  }

  /** The square root; NaN of a negative number. */
  public final DoubleExpr<S> sqrt() {
    return new DoubleExpr<>(Calls.of(Numbers.SQRT, this));
  }

  /** <i>e</i> to the power of this. */
  public final DoubleExpr<S> exp() {
    return new DoubleExpr<>(Calls.of(Numbers.EXP, this));
  }

  /** The natural logarithm; NULL of zero and of negative numbers, as in Spark. */
  public final DoubleExpr<S> ln() {
    return new DoubleExpr<>(Calls.of(Numbers.LN, this));
  }

  /** The logarithm to base 10; NULL of zero and of negative numbers, as in Spark. */
  public final DoubleExpr<S> log10() {
    return new DoubleExpr<>(Calls.of(Numbers.LOG10, this));
  }

  /** This to the power of the exponent. */
  public final DoubleExpr<S> pow(double exponent) {
    return new DoubleExpr<>(Calls.of(Numbers.POW, this, exponent));
  }

  /** -1.0, 0.0 or 1.0 as this is negative, zero or positive. */
  public final DoubleExpr<S> signum() {
    return new DoubleExpr<>(Calls.of(Numbers.SIGNUM, this));
  }
}
