package dev.sluice.expr.families;

import java.util.List;
import java.util.Set;

/** Constants of each type: as columns, and as the values of {@code then}. */
final class ConstantFamily {

  /** Numbers beside which an {@code int} can be written, since nothing of it is lost. */
  private static final Set<String> HOLD_EVERY_INT = Set.of("Long", "Double", "Decimal");

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
      String type = HOLD_EVERY_INT.contains(kind.name()) ? "NumberCase" : "Case";
      String result = type + "<S, " + kind.type() + ", " + kind.over("S") + ">";
      if (HOLD_EVERY_INT.contains(kind.name())) {
        source.with(
            "The value where the condition is true.",
            JavaSource.method(
                "public " + result + " then",
                kind.over("S") + " value",
                "return NumberCase.first(condition, value);"));
      }
      source.with(
          "The value where the condition is true.",
          JavaSource.method(
              "public " + kind.parameters() + result + " then",
              kind.constant() + " value",
              // javac does not infer E of an enum through the diamond
              "return " + type + ".first(condition, new " + kind.over("S")
                  + "(Calls.literal(value)));"));
    }
    return source;
  }
}
