package dev.sluice.plan;

import dev.sluice.record.ColumnType.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The digits that a function keeps of decimals.
 *
 * @param type the type of the result; empty if it is no decimal, or not known
 * @param kept how many digits after the point it computes with
 * @param needed how many it would take to lose nothing
 */
public record Digits(Optional<Decimal> type, int kept, int needed) {

  /** A result keeps this many digits after the point, if it needs them, whatever stands before. */
  private static final int SMALLEST_SCALE = 6;

  /** Whether digits after the point are lost. */
  public boolean loses() {
    return kept < needed;
  }

  static Digits none() {
    return new Digits(Optional.empty(), 0, 0);
  }

  Digits withoutResult() {
    return new Digits(Optional.empty(), kept, needed);
  }

  /** Too many digits are given up after the point, down to six. */
  static Digits adjusted(int precision, int scale, int needed) {
    int left = Decimal.MAX_PRECISION - (precision - scale);
    return precision <= Decimal.MAX_PRECISION
        ? of(precision, scale, needed)
        : of(Decimal.MAX_PRECISION, Math.max(left, Math.min(scale, SMALLEST_SCALE)), needed);
  }

  /** Too many digits are given up before the point; a value that has them is an error. */
  static Digits bounded(int precision, int scale, int needed) {
    return of(
        Math.min(precision, Decimal.MAX_PRECISION), Math.min(scale, Decimal.MAX_PRECISION), needed);
  }

  /** Too many digits are given up after the point, all of them if need be. */
  static Digits widest(List<Optional<Decimal>> arguments) {
    List<Decimal> known = arguments.stream().flatMap(Optional::stream).toList();
    if (known.isEmpty()) {
      return none();
    }
    BinaryOperator<Decimal> wider =
        (a, b) -> {
          int scale = Math.max(a.scale(), b.scale());
          int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
          int excess = Math.max(0, whole + scale - Decimal.MAX_PRECISION);
          return new Decimal(whole + scale - excess, Math.max(0, scale - excess));
        };
    Decimal widest = known.stream().reduce(wider).orElseThrow();
    int needed = known.stream().mapToInt(Decimal::scale).max().orElseThrow();
    return of(widest.precision(), widest.scale(), needed);
  }

  /** Rounded to so many places after the point; negative for tens, hundreds and so on. */
  static Digits rounded(Decimal number, int places) {
    int scale = Math.max(0, Math.min(number.scale(), places));
    int whole = number.precision() - number.scale() + 1;
    return bounded(Math.max(whole + scale, 1 - places), scale, scale);
  }

  private static Digits of(int precision, int scale, int needed) {
    return new Digits(Optional.of(new Decimal(precision, scale)), scale, needed);
  }
}
