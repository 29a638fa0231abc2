package dev.sluice.expr.families;

import java.util.List;
import java.util.stream.Stream;

/** Aggregates of each type, by method reference or expression, and the functions behind them. */
final class AggregateFamily {

  private AggregateFamily() {}

  static List<JavaSource> sources() {
    return List.of(functions(), sums(), extremes(), choices(), sketches());
  }

  private static JavaSource functions() {
    JavaSource source =
        new JavaSource(
            "ColumnAggregates",
            """
            /** For the library's own use: the aggregates that have an overload for each type of column. */
            abstract class ColumnAggregates""");
    Stream.of(Aggregate.OF_AMOUNTS, Aggregate.OF_ORDERED, Aggregate.OF_ANY, Aggregate.OF_MANY)
        .flatMap(List::stream)
        .forEach(aggregate -> source.with(function(aggregate)));
    return source.with("ColumnAggregates() {}");
  }

  private static String function(Aggregate aggregate) {
    return """
        public static final Fn %s =
            Fn.aggregate("%s").nulls(Nulls.%s).decimals(Decimals.%s)
                %s;
        """
        .formatted(
            aggregate.constant(),
            aggregate.spark(),
            aggregate.nulls(),
            aggregate.decimals(),
            aggregate.also())
        .replaceAll("\\n *;", ";");
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

  private static JavaSource choices() {
    return overloads(
        new JavaSource(
            "ChoiceFunctions",
            """
            /**
             * One value of many, by method reference or expression. Part of {@code Dsl}.
             *
             * <p>What comes first, last or at all is up to how Spark cuts the work, and can be another
             * value in the next run; {@code minBy} and {@code maxBy} say which one.
             */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class ChoiceFunctions extends ExtremeFunctions""")
            .with("ChoiceFunctions() {}"),
        Aggregate.OF_ANY);
  }

  private static JavaSource sketches() {
    return overloads(
        new JavaSource(
            "SketchFunctions",
            """
            /** What is remembered of many values in little space. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class SketchFunctions extends ChoiceFunctions""")
            .with("SketchFunctions() {}"),
        Aggregate.OF_MANY);
  }

  private static JavaSource overloads(JavaSource source, List<Aggregate> aggregates) {
    aggregates.forEach(aggregate -> overloads(source, aggregate));
    return source;
  }

  private static void overloads(JavaSource source, Aggregate aggregate) {
    if (aggregate.ofNumbers().isPresent()) {
      String declared =
          "public static <T> " + aggregate.ofNumbers().get() + "<Group<T>> " + aggregate.name();
      source.with(
          aggregate.says(),
          ofExpression(declared, aggregate, aggregate.ofNumbers().get(), "NumExpr<T, ?>"));
    }
    for (ColumnKind kind : ColumnKind.ALL) {
      aggregate.result()
          .apply(kind)
          .ifPresent(
              result -> {
                String declared = declared(aggregate, kind, result);
                if (aggregate.ofNumbers().isEmpty()) {
                  source.with(
                      aggregate.says(), ofExpression(declared, aggregate, result, kind.over("T")));
                }
                kind.accessors()
                    .forEach(
                        accessor -> source.with(
                            aggregate.says(), ofAccessor(declared, aggregate, kind, accessor)));
              });
    }
  }

  private static String ofExpression(
      String declared, Aggregate aggregate, String result, String operand) {
    return JavaSource.method(
        declared,
        operand + " value",
        "return new %s<>(Calls.of(ColumnAggregates.%s, value.node()%s));"
            .formatted(result, aggregate.constant(), aggregate.constants()));
  }

  private static String ofAccessor(
      String declared, Aggregate aggregate, ColumnKind kind, ColumnKind.Accessor accessor) {
    return JavaSource.method(
        declared,
        "Fields." + accessor.field() + kind.arguments("T") + " accessor",
        "return " + aggregate.name() + "(col(accessor));");
  }

  /** What chooses a value keeps the variables of its type. */
  private static String declared(Aggregate aggregate, ColumnKind kind, String result) {
    String type = result.equals(kind.expression()) ? kind.over("Group<T>") : result + "<Group<T>>";
    return "public static " + kind.parameters("T") + type + " " + aggregate.name();
  }
}
