package dev.sluice.expr.families;

import java.util.List;

/** What a window takes from another row, by method reference. */
final class ShiftFamily {

  private ShiftFamily() {}

  /**
   * A function that takes a column.
   *
   * @param name in Java
   * @param says its Javadoc
   * @param counts whether it also takes a number of rows
   */
  private record Shift(String name, String says, boolean counts) {}

  private static final List<Shift> ALL =
      List.of(
          new Shift("lag",
              "The column in the row before, in the window's order; NULL in the first row.", false),
          new Shift("lag",
              "The column {@code rows} rows before, in the window's order; NULL where there is none.",
              true),
          new Shift("lead",
              "The column in the row after, in the window's order; NULL in the last row.", false),
          new Shift("lead",
              "The column {@code rows} rows after, in the window's order; NULL where there is none.",
              true),
          new Shift("firstValue", "The column in the first row of the window's frame.", false),
          new Shift("lastValue", "The column in the last row of the window's frame.", false));

  static List<JavaSource> sources() {
    JavaSource source =
        new JavaSource(
            "ShiftFunctions",
            """
            /** What a window takes from another row, by method reference. Part of {@code Dsl}. */
            @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
            public abstract class ShiftFunctions extends WindowFunctions""")
            .with("ShiftFunctions() {}");
    for (Shift shift : ALL) {
      for (ColumnKind kind : ColumnKind.ALL) {
        kind.accessors()
            .forEach(accessor -> source.with(shift.says(), method(shift, kind, accessor)));
      }
    }
    return List.of(source);
  }

  private static String method(Shift shift, ColumnKind kind, ColumnKind.Accessor accessor) {
    return JavaSource.method(
        "public static %sRankingFunction<T, %s> %s"
            .formatted(kind.parameters("T"), kind.over("T"), shift.name()),
        "Fields." + accessor.field() + kind.arguments("T") + " accessor"
            + (shift.counts() ? ", int rows" : ""),
        "return %s(col(accessor)%s);".formatted(shift.name(), shift.counts() ? ", rows" : ""));
  }
}
