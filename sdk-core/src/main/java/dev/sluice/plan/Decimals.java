package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.record.ColumnType.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a function makes of decimals: the precision and scale of its result, given those of its
 * arguments. The rules are SQL's, as Spark follows them: a result that needs more than 38 digits
 * gives up some after the point.
 *
 * <p>The rule is what lets a pipeline be checked before it runs: digits after the point are not
 * dropped unless somebody wrote so.
 *
 * @see <a
 *     href="https://spark.apache.org/docs/latest/api/scala/org/apache/spark/sql/types/DecimalType.html">DecimalType</a>
 */
public enum Decimals {

  /** No decimal comes out. */
  NONE(Rule.of(types -> Digits.none())),

  /** The type of the first argument, as for {@code max} and {@code abs}. */
  SAME(Rule.ofOne(a -> Digits.bounded(a.precision(), a.scale(), a.scale()))),

  /** The type of the last argument: what a lambda gives. */
  LAST(
      Rule.of(
          types -> types.get(types.size() - 1)
              .map(a -> Digits.bounded(a.precision(), a.scale(), a.scale()))
              .orElseGet(Digits::none))),

  /**
   * One type that holds every value of all arguments, as for {@code coalesce} and {@code greatest}.
   */
  WIDEST(Rule.of(Digits::widest)),

  /** Compares decimals as {@link #WIDEST} does; no decimal comes out. */
  COMPARED(Rule.of(types -> Digits.widest(types).withoutResult())),

  /** Of conditions and values in turn, then perhaps the value for the rest: the widest value. */
  CHOSEN(
      Rule.of(
          parts -> Digits.widest(
              IntStream.range(0, parts.size())
                  .filter(i -> i % 2 == 1 || i == parts.size() - 1)
                  .mapToObj(parts::get)
                  .toList()))),

  /** The sum or difference of two. */
  SUM(
      Rule.ofTwo(
          (a, b) -> {
            int scale = Math.max(a.scale(), b.scale());
            return Digits.adjusted(Math.max(whole(a), whole(b)) + 1 + scale, scale, scale);
          })),

  /** The product of two. */
  PRODUCT(
      Rule.ofTwo(
          (a, b) -> {
            int scale = a.scale() + b.scale();
            return Digits.adjusted(a.precision() + b.precision() + 1, scale, scale);
          })),

  /** The quotient of two; it shall have as many digits after the point as the dividend. */
  QUOTIENT(
      Rule.ofTwo(
          (a, b) -> {
            int scale = Math.max(6, a.scale() + b.precision() + 1);
            return Digits.adjusted(whole(a) + b.scale() + scale, scale, a.scale());
          })),

  /** The remainder of a division of two. */
  REMAINDER(
      Rule.ofTwo(
          (a, b) -> {
            int scale = Math.max(a.scale(), b.scale());
            return Digits.adjusted(Math.min(whole(a), whole(b)) + scale, scale, scale);
          })),

  /** The sum of a column. */
  TOTAL(Rule.ofOne(a -> Digits.bounded(a.precision() + 10, a.scale(), a.scale()))),

  /** The mean of a column. */
  MEAN(Rule.ofOne(a -> Digits.bounded(a.precision() + 4, a.scale() + 4, a.scale()))),

  /**
   * The first argument, rounded to as many places as the second says, which is a constant: it says
   * that the digits behind them are not wanted.
   */
  ROUNDED(
      (types, arguments) -> types.get(0).isPresent()
          && arguments.get(1) instanceof Literal literal
          && literal.value() instanceof Integer places
              ? Digits.rounded(types.get(0).get(), places)
              : Digits.none());

  private final Rule rule;

  Decimals(Rule rule) {
    this.rule = rule;
  }

  /**
   * The digits of the result.
   *
   * @param types the type of each argument that is a decimal or a whole number, empty for others
   * @param arguments the arguments
   */
  Digits of(List<Optional<Decimal>> types, List<ExprNode> arguments) {
    return rule.of(types, arguments);
  }

  private static int whole(Decimal decimal) {
    return decimal.precision() - decimal.scale();
  }

  /** The digits of a result. */
  @FunctionalInterface
  private interface Rule {

    Digits of(List<Optional<Decimal>> types, List<ExprNode> arguments);

    static Rule of(Function<List<Optional<Decimal>>, Digits> rule) {
      return (types, arguments) -> rule.apply(types);
    }

    static Rule ofOne(Function<Decimal, Digits> rule) {
      return of(types -> types.get(0).map(rule).orElseGet(Digits::none));
    }

    /** Of an operand of which no digits are known, as of a {@code double}, nothing is promised. */
    static Rule ofTwo(BiFunction<Decimal, Decimal, Digits> rule) {
      return of(
          types -> types.get(0).isPresent() && types.get(1).isPresent()
              ? rule.apply(types.get(0).get(), types.get(1).get())
              : Digits.none());
    }
  }
}
