package dev.sluice.expr.families;

import java.util.List;

/** What a window takes from another row, by method reference. */
final class ShiftFamily {

  private ShiftFamily() {}

  /**
   * A function that takes a value.
   *
   * @param name in Java
   * @param fn its constant in {@code Windows}
   * @param constants what Spark's function is given behind the value, each with its comma
   * @param says its Javadoc
   */
  private record Shift(String name, String fn, String constants, String says) {

    /** Whether it takes a number of rows. */
    boolean counts() {
      return constants.equals(", rows");
    }
  }

  private static final List<Shift> ALL =
      List.of(
          new Shift("lag", "LAG", ", 1",
              "The value in the row before, in the window's order; NULL in the first row."),
          new Shift("lag", "LAG", ", rows",
              "The value {@code rows} rows before, in the window's order; NULL where there is none."),
          new Shift("lead", "LEAD", ", 1",
              "The value in the row after, in the window's order; NULL in the last row."),
          new Shift("lead", "LEAD", ", rows",
              "The value {@code rows} rows after, in the window's order; NULL where there is none."),
          new Shift("firstValue", "FIRST_VALUE", "",
              "The value in the first row of the window's frame."),
          new Shift("lastValue", "LAST_VALUE", "",
              "The value in the last row of the window's frame."));

  static List<JavaSource> sources() {
    JavaSource source =
        new JavaSource(
            "ShiftFunctions",
            """
            /** What a window takes from another row, by method reference or expression. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class ShiftFunctions extends WindowFunctions""")
            .with("ShiftFunctions() {}");
    for (Shift shift : ALL) {
      source.with(shift.says(), ofExpression(shift, "<T, V> ", "ValueExpr<T, V>"));
      for (ColumnKind kind : ColumnKind.ALL) {
        source.with(shift.says(), ofExpression(shift, kind.parameters("T"), kind.over("T")));
        kind.accessors()
            .forEach(accessor -> source.with(shift.says(), ofAccessor(shift, kind, accessor)));
      }
    }
    return List.of(source);
  }

  private static String ofExpression(Shift shift, String parameters, String value) {
    return method(
        shift, parameters, value, value + " value",
        "shifted(Windows.%s, value%s)".formatted(shift.fn(), shift.constants()));
  }

  private static String ofAccessor(Shift shift, ColumnKind kind, ColumnKind.Accessor accessor) {
    return method(
        shift, kind.parameters("T"), kind.over("T"),
        "Fields." + accessor.field() + kind.arguments("T") + " accessor",
        "%s(col(accessor)%s)".formatted(shift.name(), shift.counts() ? ", rows" : ""));
  }

  private static String method(
      Shift shift, String parameters, String value, String parameter, String result) {
    return JavaSource.method(
        "public static %sRankingFunction<T, %s> %s".formatted(parameters, value, shift.name()),
        parameter + (shift.counts() ? ", int rows" : ""),
        "return " + result + ";");
  }
}
