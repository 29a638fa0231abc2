package dev.sluice.expr.families;

import java.util.List;

/** Constants of each type: as columns, and as the values of {@code then}. */
final class ConstantFamily {

  private ConstantFamily() {}

  static List<JavaSource> sources() {
    return List.of(constantFunctions(), when());
  }

  private static JavaSource constantFunctions() {
    JavaSource source =
        new JavaSource(
            "ConstantFunctions",
            """
            /** Constants as columns: {@code value("GB")}. Part of {@code Dsl}. */
            public abstract class ConstantFunctions extends OverFunctions""")
            .with("ConstantFunctions() {}");
    for (ColumnKind kind : ColumnKind.ALL) {
      source.with(
          "A constant column.",
          JavaSource.method(
              "public static " + kind.parameters("S") + kind.over("S") + " value",
              kind.constant() + " value",
              "return new " + kind.expression() + "<>(Calls.literal(value));"));
    }
    return source;
  }

  private static JavaSource when() {
    JavaSource source =
        new JavaSource(
            "When",
            """
            /**
             * The first condition of a conditional value: {@code when(…).then(…)}.
             *
             * @param <S> the scope
             */
            public final class When<S>""")
            .with("private final BoolExpr<S> condition;")
            .with(
                """
                When(BoolExpr<S> condition) {
                  this.condition = condition;
                }
                """)
            .with(
                "The value where the condition is true.",
                """
                public <V, E extends Expr<S, V>> Case<S, V, E> then(E value) {
                  return Case.first(condition, value);
                }
                """);
    for (ColumnKind kind : ColumnKind.ALL) {
      String result = "Case<S, " + kind.type() + ", " + kind.over("S") + ">";
      source.with(
          "The value where the condition is true.",
          JavaSource.method(
              "public " + kind.parameters() + result + " then",
              kind.constant() + " value",
              // javac does not infer E of an enum through the diamond
              "return Case.first(condition, new " + kind.over("S") + "(Calls.literal(value)));"));
    }
    return source;
  }
}
