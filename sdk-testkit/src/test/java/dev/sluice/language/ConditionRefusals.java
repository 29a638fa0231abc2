package dev.sluice.language;

import java.util.List;

/** Mistakes with conditions and cases. */
final class ConditionRefusals {

  private ConditionRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "A condition that is not boolean",
            """
            orders.filter(col(Order::quantity));
            """,
            1,
            "incompatible types: no instance(s) of type variable(s) T exist so that IntExpr<T>"
                + " conforms to BoolExpr<Order>",
            "The method filter("),
        new Refusal(
            "Java's && between conditions",
            """
            orders.filter(col(Order::express) && col(Order::quantity).gt(1));
            """,
            1,
            "bad operand types for binary operator '&&'",
            "The operator && is undefined for the argument type(s) BoolExpr<Order>,"
                + " BoolExpr<Order>"),
        new Refusal(
            "Java's ! before a condition",
            """
            orders.filter(!col(Order::express));
            """,
            1,
            "bad operand type BoolExpr<Order> for unary operator '!'",
            "The operator ! is undefined for the argument type(s) BoolExpr<Order>"),
        new Refusal(
            "Java's > between expressions",
            """
            orders.filter(col(Order::quantity) > 1);
            """,
            1,
            "bad operand types for binary operator '>'",
            "The operator > is undefined for the argument type(s) IntExpr<Order>, int"),
        new Refusal(
            "Java's == between expressions",
            """
            orders.filter(col(Order::orderId) == col(Order::productId));
            """,
            1,
            "incompatible types: boolean cannot be converted to BoolExpr<Order>",
            "The method filter("),
        new Refusal(
            "Branches of different types",
            """
            orders.select(row(Name::new).of(
                when(col(Order::express)).then("fast")
                    .when(col(Order::quantity).gt(9)).then(9)
                    .otherwise("slow")));
            """,
            3,
            "no suitable method found for then(int)",
            "The method then("),
        new Refusal(
            "An otherwise of another type",
            """
            orders.select(row(Name::new).of(
                when(col(Order::express)).then("fast").otherwise(0)));
            """,
            2,
            "no suitable method found for otherwise(int)",
            "The method otherwise("),
        new Refusal(
            "A text for an enum in otherwise",
            """
            orders.filter(when(col(Order::express)).then(Status.PAID).otherwise("OPEN").isNotNull());
            """,
            1,
            "no suitable method found for otherwise(String)",
            "The method otherwise("),
        new Refusal(
            "A date for a timestamp in otherwise",
            """
            orders.filter(
                when(col(Order::express)).then(Instant.EPOCH).otherwise(LocalDate.EPOCH).isNotNull());
            """,
            2,
            "no suitable method found for otherwise(LocalDate)",
            "The method otherwise("),
        new Refusal(
            "A branch that no column can hold",
            """
            orders.filter(when(col(Order::express)).then(ZoneOffset.UTC).orNull().isNotNull());
            """,
            1,
            "no suitable method found for then(ZoneOffset)",
            "The method then("),
        new Refusal(
            "A case without otherwise or orNull",
            """
            orders.select(row(Name::new).of(
                when(col(Order::express)).then("fast")));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A branch from another record",
            """
            orders.select(row(Name::new).of(
                when(col(Order::express)).then(col(Product::productName)).otherwise("slow")));
            """,
            2,
            "no suitable method found for then(StrExpr<Product>)",
            "The method then("));
  }
}
