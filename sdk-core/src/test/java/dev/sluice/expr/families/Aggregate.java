package dev.sluice.expr.families;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An aggregate of a column: a row of the table, of which its overloads for each type are made.
 *
 * @param name in Java
 * @param spark in Spark's SQL
 * @param says its Javadoc
 * @param result the class of the result's expression, for each type that it can be computed of:
 *     {@link ColumnKind#sum} and {@link ColumnKind#mean} as the table there has them, {@link #aDouble}
 *     of every number, {@link #itself} of every type that has an order, or a rule of its own
 * @param nulls when the result can be NULL: a constant of {@code Nulls}
 * @param decimals the digits of the result: a constant of {@code Decimals}
 * @param constants what Spark's function is given behind the column, each with its comma
 * @param also what else is said of the function, calls on {@code Fn}
 */
record Aggregate(
    String name,
    String spark,
    String says,
    Function<ColumnKind, Optional<String>> result,
    String nulls,
    String decimals,
    String constants,
    String also) {

  /** A function of the column alone. */
  Aggregate(
      String name,
      String spark,
      String says,
      Function<ColumnKind, Optional<String>> result,
      String nulls,
      String decimals) {
    this(name, spark, says, result, nulls, decimals, "", "");
  }

  /** What is computed of amounts: one row for each. They become {@code SumFunctions}. */
  static final List<Aggregate> OF_AMOUNTS =
      List.of(
          new Aggregate(
              "sum",
              "sum",
              "The sum of the values that are not NULL; NULL if there are none.",
              ColumnKind::sum,
              "AGGREGATE",
              "TOTAL"),
          new Aggregate(
              "avg",
              "avg",
              "The mean of the values that are not NULL; NULL if there are none.",
              ColumnKind::mean,
              "AGGREGATE",
              "MEAN"),
          new Aggregate(
              "stddev",
              "stddev",
              "The sample standard deviation; NULL of less than two values.",
              Aggregate::aDouble,
              "ALWAYS",
              "NONE"),
          new Aggregate(
              "variance",
              "variance",
              "The sample variance; NULL of less than two values.",
              Aggregate::aDouble,
              "ALWAYS",
              "NONE"),
          new Aggregate(
              "stddevPop",
              "stddev_pop",
              "The standard deviation of all values there are; NULL of none.",
              Aggregate::aDouble,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "variancePop",
              "var_pop",
              "The variance of all values there are; NULL of none.",
              Aggregate::aDouble,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "skewness",
              "skewness",
              "How far the values lean to one side; NULL of none, and of equal ones.",
              Aggregate::aDouble,
              "ALWAYS",
              "NONE"),
          new Aggregate(
              "kurtosis",
              "kurtosis",
              "How heavy the tails are, 0 as for a normal distribution; NULL of none, and of equal values.",
              Aggregate::aDouble,
              "ALWAYS",
              "NONE"),
          new Aggregate(
              "median",
              "median",
              "The value in the middle, exactly, or the mean of the two there; NULL if there are none.",
              Aggregate::aDouble,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "product",
              "product",
              "The product of the values that are not NULL; NULL if there are none.",
              Aggregate::aDouble,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "sumDistinct",
              "sum",
              "The sum of the different values that are not NULL; NULL if there are none.",
              ColumnKind::sum,
              "AGGREGATE",
              "TOTAL",
              "",
              ".ofDistinct().shown(\"sum_distinct\")"),
          new Aggregate(
              "bitAnd",
              "bit_and",
              "The bits that are set in all values that are not NULL; NULL if there are none.",
              Aggregate::whole,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "bitOr",
              "bit_or",
              "The bits that are set in any value; NULL if there are none but NULL.",
              Aggregate::whole,
              "AGGREGATE",
              "NONE"),
          new Aggregate(
              "bitXor",
              "bit_xor",
              "The bits that are set in an odd number of values; NULL if there are none but NULL.",
              Aggregate::whole,
              "AGGREGATE",
              "NONE"));

  /** What is chosen among values in order: one row for each. They become {@code ExtremeFunctions}. */
  static final List<Aggregate> OF_ORDERED =
      List.of(
          new Aggregate(
              "min",
              "min",
              "The smallest value that is not NULL; NULL if there are none.",
              Aggregate::itself,
              "AGGREGATE",
              "SAME"),
          new Aggregate(
              "max",
              "max",
              "The largest value that is not NULL; NULL if there are none.",
              Aggregate::itself,
              "AGGREGATE",
              "SAME"));

  /** What is chosen among values of any type: one row for each. They become {@code ChoiceFunctions}. */
  static final List<Aggregate> OF_ANY =
      List.of(
          new Aggregate(
              "mode",
              "mode",
              "The value that is there most often, of several the smallest; NULL if there are none but NULL.",
              Aggregate::comparable,
              "AGGREGATE",
              "SAME",
              ", true",
              ""),
          chosen(
              "anyValue",
              "any_value",
              "One of the values that are not NULL, whichever; NULL if there are none.",
              "AGGREGATE",
              ", true"),
          chosen(
              "first",
              "first",
              "The value of the row that comes first, NULL or not. Rows have no order of their own: {@code minBy} takes that of a column.",
              "AGGREGATE",
              ""),
          chosen(
              "firstNotNull",
              "first",
              "The first value that is not NULL, as {@code first} takes them; NULL if there are none.",
              "AGGREGATE",
              ", true"),
          chosen(
              "last",
              "last",
              "The value of the row that comes last, NULL or not. Rows have no order of their own: {@code maxBy} takes that of a column.",
              "AGGREGATE",
              ""),
          chosen(
              "lastNotNull",
              "last",
              "The last value that is not NULL, as {@code last} takes them; NULL if there are none.",
              "AGGREGATE",
              ", true"));

  /** What is remembered of many values in little space. They become {@code SketchFunctions}. */
  static final List<Aggregate> OF_MANY =
      List.of(
          new Aggregate(
              "hllSketch",
              "hll_sketch_agg",
              "A sketch of the different values (HyperLogLog of Apache DataSketches), of which {@code hllEstimate()} says about how many they are and {@code hllUnion} makes one of many; never NULL.",
              Aggregate::sketch,
              "NEVER",
              "NONE"));

  private static Aggregate chosen(
      String name, String spark, String says, String nulls, String constants) {
    String shown = name.endsWith("NotNull") ? ".shown(\"" + name + "\")" : "";
    return new Aggregate(
        name, spark, says, kind -> Optional.of(kind.expression()), nulls, "SAME", constants,
        ".nonDeterministic()" + shown);
  }

  /** The constant of the function. */
  String constant() {
    return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** The class of the result's expression, if it takes numbers alone and is the same for all. */
  Optional<String> ofNumbers() {
    List<ColumnKind> kinds =
        ColumnKind.ALL.stream().filter(kind -> result.apply(kind).isPresent()).toList();
    Set<String> results =
        kinds.stream().map(kind -> result.apply(kind).get()).collect(Collectors.toSet());
    return kinds.stream().allMatch(ColumnKind::numeric) && results.size() == 1
        ? results.stream().findFirst()
        : Optional.empty();
  }

  private static Optional<String> aDouble(ColumnKind kind) {
    return kind.numeric() ? Optional.of("DoubleExpr") : Optional.empty();
  }

  private static Optional<String> whole(ColumnKind kind) {
    return Set.of("Byte", "Short", "Int", "Long").contains(kind.name())
        ? Optional.of(kind.expression())
        : Optional.empty();
  }

  private static Optional<String> comparable(ColumnKind kind) {
    return Set.of("Items", "Entries", "Nested").contains(kind.name())
        ? Optional.empty()
        : Optional.of(kind.expression());
  }

  private static Optional<String> sketch(ColumnKind kind) {
    return Set.of("Int", "Long", "Text", "Binary").contains(kind.name())
        ? Optional.of("BinaryExpr")
        : Optional.empty();
  }

  private static Optional<String> itself(ColumnKind kind) {
    return kind.ordered() ? Optional.of(kind.expression()) : Optional.empty();
  }
}
