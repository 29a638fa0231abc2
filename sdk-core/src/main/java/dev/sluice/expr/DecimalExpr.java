package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Operators;
import java.math.BigDecimal;

/**
 * A decimal number. Its precision and scale follow SQL's rules in a computation, and become those
 * that the target component declares where it is stored; what does not fit there is an error.
 *
 * @param <S> the scope
 */
public final class DecimalExpr<S> extends NumExpr<S, BigDecimal> {

  private static final int DIGITS_OF_A_DOUBLE = 15;

  DecimalExpr(ExprNode node) {
    super(node);
  }

  /** The same value as this kind of expression, with its operators. */
  public static <S> DecimalExpr<S> of(Expr<S, BigDecimal> value) {
    return new DecimalExpr<>(value.node());
  }

  @Override
  <Z> DecimalExpr<Z> rebuild(ExprNode other) {
    return new DecimalExpr<>(other);
  }

  @Override
  public DecimalExpr<S> where(RowsWhere<S> rows) {
    return new DecimalExpr<>(Filtered.of(node(), rows.node()));
  }

  /** This value, or the given one where this is NULL. */
  public DecimalExpr<S> orElse(BigDecimal value) {
    return new DecimalExpr<>(coalesce(Calls.literal(value)));
  }

  /** This value, or the other where this is NULL. */
  public DecimalExpr<S> orElse(DecimalExpr<S> other) {
    return new DecimalExpr<>(coalesce(other.node()));
  }

  @Override
  ExprNode literal(long value) {
    return Calls.literal(BigDecimal.valueOf(value));
  }

  /**
   * The decimal that was written: {@code 0.05} is exactly that. Where a {@code double} has more
   * digits than it can keep of a decimal, it is the result of a computation, and off by a little.
   */
  @Override
  ExprNode literal(double value) {
    if (Double.isFinite(value)) {
      BigDecimal written = BigDecimal.valueOf(value);
      if (written.stripTrailingZeros().precision() <= DIGITS_OF_A_DOUBLE) {
        return Calls.literal(written);
      }
    }
    throw new IllegalArgumentException(
        "a decimal is compared with the double %s, which is not exact; write it as a decimal: new BigDecimal(\"…\")"
            .formatted(value));
  }

  /** The sum. */
  public DecimalExpr<S> plus(long value) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), literal(value)));
  }

  /** The sum. */
  public DecimalExpr<S> plus(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), Calls.literal(value)));
  }

  /** The sum. */
  public DecimalExpr<S> plus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public DecimalExpr<S> plus(IntExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The sum. */
  public DecimalExpr<S> plus(LongExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, node(), other.node()));
  }

  /** The difference. */
  public DecimalExpr<S> minus(long value) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), literal(value)));
  }

  /** The difference. */
  public DecimalExpr<S> minus(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), Calls.literal(value)));
  }

  /** The difference. */
  public DecimalExpr<S> minus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public DecimalExpr<S> minus(IntExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The difference. */
  public DecimalExpr<S> minus(LongExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, node(), other.node()));
  }

  /** The product. */
  public DecimalExpr<S> times(long value) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), literal(value)));
  }

  /** The product. */
  public DecimalExpr<S> times(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), Calls.literal(value)));
  }

  /** The product. */
  public DecimalExpr<S> times(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public DecimalExpr<S> times(IntExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The product. */
  public DecimalExpr<S> times(LongExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(long value) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), literal(value)));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), Calls.literal(value)));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(IntExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /** The remainder, with the sign of this; a divisor of zero is an error. */
  public DecimalExpr<S> mod(LongExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Operators.MOD, node(), other.node()));
  }

  /**
   * The quotient, of the precision and scale that SQL gives it; a divisor of zero is an error when
   * the row is computed.
   */
  public DecimalExpr<S> dividedBy(DecimalExpr<S> divisor) {
    return new DecimalExpr<>(Calls.of(Operators.DIVIDE, node(), divisor.node()));
  }

  /** The quotient by a decimal; as {@link #dividedBy(DecimalExpr)}. */
  public DecimalExpr<S> dividedBy(BigDecimal divisor) {
    return new DecimalExpr<>(Calls.of(Operators.DIVIDE, node(), Calls.literal(divisor)));
  }

  /** The quotient by a whole number; as {@link #dividedBy(DecimalExpr)}. */
  public DecimalExpr<S> dividedBy(IntExpr<S> divisor) {
    return new DecimalExpr<>(Calls.of(Operators.DIVIDE, node(), divisor.node()));
  }

  /** The quotient by a whole number, such as a count; as {@link #dividedBy(DecimalExpr)}. */
  public DecimalExpr<S> dividedBy(LongExpr<S> divisor) {
    return new DecimalExpr<>(Calls.of(Operators.DIVIDE, node(), divisor.node()));
  }

  /** The quotient; a divisor of zero is an error when the row is computed. */
  public DecimalExpr<S> dividedBy(long divisor) {
    return new DecimalExpr<>(Calls.of(Operators.DIVIDE, node(), literal(divisor)));
  }

  /** The quotient, NULL where the divisor is zero. */
  public DecimalExpr<S> tryDividedBy(DecimalExpr<S> divisor) {
    return new DecimalExpr<>(Calls.of(Operators.TRY_DIVIDE, node(), divisor.node()));
  }

  /** This number with the opposite sign. */
  public DecimalExpr<S> negate() {
    return new DecimalExpr<>(Calls.of(Operators.NEGATE, node()));
  }

  /** This number without its sign. */
  public DecimalExpr<S> abs() {
    return new DecimalExpr<>(Calls.of(Operators.ABS, node()));
  }

  /** The largest whole number that is not greater; what does not fit a {@code long} is an error. */
  @Override
  public LongExpr<S> floor() {
    return super.floor().toLong(); // Spark's is a decimal
  }

  /** The smallest whole number that is not less; what does not fit a {@code long} is an error. */
  @Override
  public LongExpr<S> ceil() {
    return super.ceil().toLong(); // Spark's is a decimal
  }

  /** This number rounded half up to that many decimal places. */
  public DecimalExpr<S> round(int places) {
    return new DecimalExpr<>(Calls.of(Numbers.ROUND, this, places));
  }

  /** This number rounded to that many decimal places, to the even digit of two that are as near. */
  public DecimalExpr<S> roundHalfEven(int places) {
    return new DecimalExpr<>(Calls.of(Mathematics.ROUND_HALF_EVEN, this, places));
  }

  /** The sum; NULL where it has more digits than a decimal can have. */
  public DecimalExpr<S> tryPlus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Mathematics.TRY_ADD, this, other));
  }

  /** The difference; NULL where it has more digits than a decimal can have. */
  public DecimalExpr<S> tryMinus(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Mathematics.TRY_SUBTRACT, this, other));
  }

  /** The product; NULL where it has more digits than a decimal can have. */
  public DecimalExpr<S> tryTimes(DecimalExpr<S> other) {
    return new DecimalExpr<>(Calls.of(Mathematics.TRY_MULTIPLY, this, other));
  }

  /** The remainder, with the sign of this; NULL for a divisor of zero. */
  public DecimalExpr<S> tryMod(DecimalExpr<S> divisor) {
    return new DecimalExpr<>(Calls.of(Mathematics.TRY_MOD, this, divisor));
  }

  /** As text by Spark's pattern, in which {@code 9} and {@code 0} are digits: {@code $9,999.99}. */
  public StrExpr<S> toText(String pattern) {
    return new StrExpr<>(Calls.of(Parts.TO_CHAR, this, pattern));
  }
}
