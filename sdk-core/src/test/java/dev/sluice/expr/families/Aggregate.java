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
 */
record Aggregate(
    String name,
    String spark,
    String says,
    Function<ColumnKind, Optional<String>> result,
    String nulls,
    String decimals) {

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

  private static Optional<String> itself(ColumnKind kind) {
    return kind.ordered() ? Optional.of(kind.expression()) : Optional.empty();
  }
}
