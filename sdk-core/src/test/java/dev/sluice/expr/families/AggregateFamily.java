package dev.sluice.expr.families;

import java.util.List;
import java.util.stream.Stream;

/** Aggregates of each type, by method reference or expression, and the functions behind them. */
final class AggregateFamily {

  private AggregateFamily() {}

  static List<JavaSource> sources() {
    return List.of(functions(), sums(), extremes());
  }

  private static JavaSource functions() {
    JavaSource source =
        new JavaSource(
            "ColumnAggregates",
            """
            /** For the library's own use: the aggregates that have an overload for each type of column. */
            abstract class ColumnAggregates""");
    Stream.of(Aggregate.OF_AMOUNTS, Aggregate.OF_ORDERED)
        .flatMap(List::stream)
        .forEach(aggregate -> source.with(function(aggregate)));
    return source.with("ColumnAggregates() {}");
  }

  private static String function(Aggregate aggregate) {
    return """
        public static final Fn %s =
            Fn.aggregate("%s").nulls(Nulls.%s).decimals(Decimals.%s);
        """
        .formatted(
            aggregate.constant(),
            aggregate.spark(),
            aggregate.nulls(),
            aggregate.decimals());
  }

  private static JavaSource sums() {
    return overloads(
        new JavaSource(
            "SumFunctions",
            """
            /**
             * Sums, means and what else is computed of amounts, by method reference or expression. Whole
             * numbers add up to a {@code long}, and overflow is an error. Part of {@code Dsl}.
             */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class SumFunctions extends KeyFunctions""")
            .with("SumFunctions() {}"),
        Aggregate.OF_AMOUNTS);
  }

  private static JavaSource extremes() {
    return overloads(
        new JavaSource(
            "ExtremeFunctions",
            """
            /** Smallest and largest values, by method reference or expression. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class ExtremeFunctions extends SumFunctions""")
            .with("ExtremeFunctions() {}"),
        Aggregate.OF_ORDERED);
  }

  private static JavaSource overloads(JavaSource source, List<Aggregate> aggregates) {
    aggregates.forEach(aggregate -> overloads(source, aggregate));
    return source;
  }

  private static void overloads(JavaSource source, Aggregate aggregate) {
    if (aggregate.ofNumbers().isPresent()) {
      source.with(
          aggregate.says(), ofExpression(aggregate, aggregate.ofNumbers().get(), "NumExpr<T, ?>"));
    }
    for (ColumnKind kind : ColumnKind.ALL) {
      aggregate.result()
          .apply(kind)
          .ifPresent(
              result -> {
                if (aggregate.ofNumbers().isEmpty()) {
                  source.with(
                      aggregate.says(), ofExpression(aggregate, result, kind.over("T")));
                }
                kind.accessors()
                    .forEach(
                        accessor -> source.with(
                            aggregate.says(), ofAccessor(aggregate, result, accessor)));
              });
    }
  }

  private static String ofExpression(Aggregate aggregate, String result, String operand) {
    return JavaSource.method(
        declared(aggregate, result),
        operand + " value",
        "return new %s<>(Calls.of(ColumnAggregates.%s, value.node()));"
            .formatted(result, aggregate.constant()));
  }

  private static String ofAccessor(
      Aggregate aggregate, String result, ColumnKind.Accessor accessor) {
    return JavaSource.method(
        declared(aggregate, result),
        "Fields." + accessor.field() + "<T> accessor",
        "return " + aggregate.name() + "(col(accessor));");
  }

  private static String declared(Aggregate aggregate, String result) {
    return "public static <T> " + result + "<Group<T>> " + aggregate.name();
  }
}
