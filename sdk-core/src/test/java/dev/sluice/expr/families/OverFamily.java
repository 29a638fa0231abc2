package dev.sluice.expr.families;

import java.util.List;

/** {@code over} for the aggregates of each type. */
final class OverFamily {

  private OverFamily() {}

  static List<JavaSource> sources() {
    JavaSource source =
        new JavaSource(
            "OverFunctions",
            """
            /**
             * Aggregates over analytic windows: {@code over(partitionBy(Line::customerId), sum(Line::amount))}.
             * Part of {@code Dsl}.
             */
            public abstract class OverFunctions extends RowFunctions""")
            .with("OverFunctions() {}");
    for (ColumnKind kind : ColumnKind.ALL) {
      source.with(
          "This aggregate over the rows of the window, for every row.",
          JavaSource.method(
              "public static " + kind.parameters("T") + kind.over("T") + " over",
              "AnalyticWindow<T> window, " + kind.over("Group<T>") + " aggregate",
              "return new " + kind.expression() + "<>(window.over(aggregate));"));
    }
    return List.of(source);
  }
}
