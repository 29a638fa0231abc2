package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import java.math.BigDecimal;

/**
 * A whole number that is computed with: what is done to its bits, and how it is written; see {@link
 * IntExpr} and {@link LongExpr}.
 *
 * @param <S> the scope
 * @param <V> the Java type of the value
 * @param <E> the kind of expression itself
 */
public abstract class WholeExpr<S, V extends Number,
    E extends WholeExpr<S, V, E>> extends PrimitiveNumExpr<S, V> {

  WholeExpr(ExprNode node) {
    super(node);
  }

  abstract E self();

  final E same(Fn fn, Object... arguments) {
    return Expr.like(self(), Calls.of(fn, Calls.arguments(this, arguments)));
  }

  /** The sum, a decimal. */
  public final DecimalExpr<S> plus(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.PLUS, this, value));
  }

  /** The difference, a decimal. */
  public final DecimalExpr<S> minus(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.MINUS, this, value));
  }

  /** The product, a decimal: {@code col(Part::available).times(dec("1.5"))}. */
  public final DecimalExpr<S> times(BigDecimal value) {
    return new DecimalExpr<>(Calls.of(Operators.TIMES, this, value));
  }

  /** The bits that are set in both. */
  public final E bitAnd(E other) {
    return same(Mathematics.BIT_AND, other);
  }

  /** The bits that are set in either. */
  public final E bitOr(E other) {
    return same(Mathematics.BIT_OR, other);
  }

  /** The bits that are set in one of both. */
  public final E bitXor(E other) {
    return same(Mathematics.BIT_XOR, other);
  }

  /** The bits that are not set. */
  public final E bitNot() {
    return same(Mathematics.BIT_NOT);
  }

  /** All bits so many places to the left. */
  public final E shiftLeft(int places) {
    return same(Mathematics.SHIFT_LEFT, places);
  }

  /** All bits so many places to the right; the sign stays. */
  public final E shiftRight(int places) {
    return same(Mathematics.SHIFT_RIGHT, places);
  }

  /** All bits so many places to the right, with zeros before them: {@code >>>} of Java. */
  public final E shiftRightUnsigned(int places) {
    return same(Mathematics.SHIFT_RIGHT_UNSIGNED, places);
  }

  /** How many bits are set. */
  public final IntExpr<S> bitCount() {
    return new IntExpr<>(Calls.of(Mathematics.BIT_COUNT, this));
  }

  /** The bit at a position, 0 or 1; the last one has position 0. Others than there are are an error. */
  public final IntExpr<S> getBit(int position) {
    return new IntExpr<>(
        Casts.strict(Calls.of(Mathematics.GET_BIT, this, position), Casts.INT));
  }

  /** The remainder that is not negative for a divisor that is not; a divisor of 0 is an error. */
  public final E pmod(E divisor) {
    return same(Mathematics.PMOD, divisor);
  }

  /** The sum; NULL where it overflows. */
  public final E tryPlus(E other) {
    return same(Mathematics.TRY_ADD, other);
  }

  /** The difference; NULL where it overflows. */
  public final E tryMinus(E other) {
    return same(Mathematics.TRY_SUBTRACT, other);
  }

  /** The product; NULL where it overflows. */
  public final E tryTimes(E other) {
    return same(Mathematics.TRY_MULTIPLY, other);
  }

  /** The remainder, with the sign of this; NULL for a divisor of zero. */
  public final E tryMod(E divisor) {
    return same(Mathematics.TRY_MOD, divisor);
  }

  /** In binary digits; those of a negative number are 64. */
  public final StrExpr<S> bin() {
    return new StrExpr<>(Calls.of(Codes.BIN, this));
  }

  /** In hexadecimal digits; those of a negative number are 16. */
  public final StrExpr<S> hex() {
    return new StrExpr<>(Calls.of(Codes.HEX, this));
  }

  /** The character of this code; of more than 255 that of the remainder by 256. */
  public final StrExpr<S> chr() {
    return new StrExpr<>(Calls.of(Parts.CHR, this));
  }

  /** Which bit of its bitmap is for this number; see {@link #bitmapBucketNumber}. */
  public final LongExpr<S> bitmapBitPosition() {
    return new LongExpr<>(Calls.of(Mathematics.BITMAP_POSITION, this));
  }

  /** Which bitmap is for this number, where each is for 32,768 of them. */
  public final LongExpr<S> bitmapBucketNumber() {
    return new LongExpr<>(Calls.of(Mathematics.BITMAP_BUCKET, this));
  }
}
