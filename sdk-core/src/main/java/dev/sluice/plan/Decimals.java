package dev.sluice.plan;

import dev.sluice.plan.ColumnType.Decimal;
import java.util.List;
import java.util.Optional;
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
@FunctionalInterface
public interface Decimals {

  /** No decimal comes out. */
  Decimals NONE = arguments -> Digits.none();

  /** The type of the first argument, as for {@code max} and {@code abs}. */
  Decimals SAME = Digits.ofOne(a -> Digits.bounded(a.precision(), a.scale(), a.scale()));

  /**
   * One type that holds every value of all arguments, as for {@code coalesce} and {@code greatest}.
   */
  Decimals WIDEST = arguments -> Digits.widest(arguments);

  /** Compares decimals as {@link #WIDEST} does; no decimal comes out. */
  Decimals COMPARED = arguments -> Digits.widest(arguments).withoutResult();

  /** Of conditions and values in turn, then perhaps the value for the rest: the widest value. */
  Decimals CHOSEN =
      parts -> Digits.widest(
          IntStream.range(0, parts.size())
              .filter(i -> i % 2 == 1 || i == parts.size() - 1)
              .mapToObj(parts::get)
              .toList());

  /** The sum or difference of two. */
  Decimals SUM =
      Digits.ofTwo(
          (a, b) -> {
            int scale = Math.max(a.scale(), b.scale());
            return Digits.adjusted(Math.max(whole(a), whole(b)) + 1 + scale, scale, scale);
          });

  /** The product of two. */
  Decimals PRODUCT =
      Digits.ofTwo(
          (a, b) -> {
            int scale = a.scale() + b.scale();
            return Digits.adjusted(a.precision() + b.precision() + 1, scale, scale);
          });

  /** The quotient of two; it shall have as many digits after the point as the dividend. */
  Decimals QUOTIENT =
      Digits.ofTwo(
          (a, b) -> {
            int scale = Math.max(6, a.scale() + b.precision() + 1);
            return Digits.adjusted(whole(a) + b.scale() + scale, scale, a.scale());
          });

  /** The remainder of a division of two. */
  Decimals REMAINDER =
      Digits.ofTwo(
          (a, b) -> {
            int scale = Math.max(a.scale(), b.scale());
            return Digits.adjusted(Math.min(whole(a), whole(b)) + scale, scale, scale);
          });

  /** The sum of a column. */
  Decimals TOTAL = Digits.ofOne(a -> Digits.bounded(a.precision() + 10, a.scale(), a.scale()));

  /** The mean of a column. */
  Decimals MEAN = Digits.ofOne(a -> Digits.bounded(a.precision() + 4, a.scale() + 4, a.scale()));

  /**
   * The digits of the result.
   *
   * @param arguments the type of each argument that is a decimal or a whole number, empty for
   *     others
   */
  Digits of(List<Optional<Decimal>> arguments);

  private static int whole(Decimal decimal) {
    return decimal.precision() - decimal.scale();
  }
}
