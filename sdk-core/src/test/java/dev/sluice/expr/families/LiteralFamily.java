package dev.sluice.expr.families;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers that stand first in a computation: {@code lit(1.0).minus(…)}. */
final class LiteralFamily {

  /** The kinds of number that can be written, those of Java's arithmetic from narrow to wide. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("Int", "int", "1"),
          new Kind("Long", "long", "1L"),
          new Kind("Double", "double", "1.0"),
          new Kind("Decimal", "BigDecimal", "BigDecimal.ONE"));

  private static final List<Operator> OPERATORS =
      List.of(
          new Operator("plus", "The sum."),
          new Operator("minus", "The difference."),
          new Operator("times", "The product."));

  /** A kind of number, and the type and an example of its constants. */
  private record Kind(String name, String type, String example) {

    String expression() {
      return name + "Expr<S>";
    }

    boolean isDecimal() {
      return name.equals("Decimal");
    }

    boolean isFraction() {
      return name.equals("Double");
    }
  }

  private record Operator(String name, String says) {}

  private LiteralFamily() {}

  static List<JavaSource> sources() {
    return Stream.concat(
        Stream.of(functions()), KINDS.stream().map(LiteralFamily::literal))
        .toList();
  }

  private static JavaSource functions() {
    JavaSource source =
        new JavaSource(
            "LiteralFunctions",
            """
            /** Numbers that stand first in a computation: {@code lit(1.0).minus(…)}. Part of {@code Dsl}. */
            public abstract class LiteralFunctions extends ConstantFunctions""")
            .with("LiteralFunctions() {}");
    for (Kind kind : KINDS) {
      source.with(
          "A number that stands first in a computation: {@code lit(%s).minus(…)}."
              .formatted(kind.example()),
          JavaSource.method(
              "public static " + kind.name() + "Literal lit",
              kind.type() + " value",
              "return new " + kind.name() + "Literal(value);"));
    }
    return source;
  }

  private static JavaSource literal(Kind kind) {
    String name = kind.name() + "Literal";
    JavaSource source =
        new JavaSource(
            name,
            """
            /**
             * A constant that stands first in a computation, as in {@code lit(1.0).minus(discount)}: its scope
             * is that of the other operand. As a column of its own write {@code value(…)}.
             */
            public final class %s"""
                .formatted(name))
            .with("private final " + kind.type() + " value;")
            .with(
                JavaSource.method(name, kind.type() + " value", "this.value = value;"))
            .with(
                """
                private <S> %s expr() {
                  return new %sExpr<>(Calls.literal(value));
                }
                """
                    .formatted(kind.expression(), kind.name()));
    for (Operator operator : OPERATORS) {
      for (Kind other : KINDS) {
        result(kind, other)
            .ifPresent(
                result -> source.with(
                    operator.says(),
                    JavaSource.method(
                        "public <S> " + result.expression() + " " + operator.name(),
                        other.expression() + " other",
                        "return this.<S>expr()." + operator.name() + "(other);")));
      }
    }
    return kind.isDecimal()
        ? source.with(
            "The quotient; a divisor of zero is an error when the row is computed.",
            quotient("DecimalExpr<S>", "DecimalExpr<S>"))
        : source.with(
            "The quotient as a {@code double}; a divisor of zero is an error when the row is computed.",
            quotient("DoubleExpr<S>", "NumExpr<S, ?>"));
  }

  private static String quotient(String result, String divisor) {
    return JavaSource.method(
        "public <S> " + result + " dividedBy",
        divisor + " divisor",
        "return this.<S>expr().dividedBy(divisor);");
  }

  /** The wider of two; a decimal and a fraction make neither without loss. */
  private static Optional<Kind> result(Kind left, Kind right) {
    boolean mixed =
        left.isDecimal() && right.isFraction() || left.isFraction() && right.isDecimal();
    return mixed
        ? Optional.empty()
        : Optional.of(KINDS.get(Math.max(KINDS.indexOf(left), KINDS.indexOf(right))));
  }
}
