package dev.sluice.language;

import java.util.List;

/** Mistakes with cleaning, users' functions and sinks. */
final class CleaningRefusals {

  private CleaningRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "A fill of another type",
            """
            orders.clean("valid", c -> c
                .fill(Order::discount).with("none"));
            """,
            2,
            "no suitable method found for with(String)",
            "The method with("),
        new Refusal(
            "A whole number as the fill of a fraction",
            """
            orders.clean("valid", c -> c
                .fill(Order::discount).with(0));
            """,
            2,
            "no suitable method found for with(int)",
            "The method with("),
        new Refusal(
            "A fill of a column of another record",
            """
            orders.clean("valid", c -> c
                .fill(Product::price).with(0.0));
            """,
            2,
            "incompatible types: invalid method reference",
            "The method fill("),
        new Refusal(
            "A rule that is not a condition",
            """
            orders.clean("valid", c -> c
                .require("has a quantity", col(Order::quantity)));
            """,
            2,
            "incompatible types: no instance(s) of type variable(s) T exist so that IntExpr<T>"
                + " conforms to BoolExpr<Order>",
            "The method require("),
        new Refusal(
            "A rule on another record",
            """
            orders.clean("valid", c -> c
                .require("has a price", col(Product::price).gt(0)));
            """,
            2,
            "incompatible types: BoolExpr<Product> cannot be converted to BoolExpr<Order>",
            "The method require("),
        new Refusal(
            "trim of a number",
            """
            orders.clean("valid", c -> c.trim(Order::quantity));
            """,
            1,
            "method trim in class CleanRules<T> cannot be applied to given types;",
            "The method trim("),
        new Refusal(
            "A new value of another type",
            """
            orders.clean("valid", c -> c
                .set(Order::note).to(col(Order::quantity)));
            """,
            2,
            "incompatible types: no instance(s) of type variable(s) T exist so that IntExpr<T>"
                + " conforms to Expr<Order,String>",
            "The method to("),
        new Refusal(
            "Rejected rows of a stage that checks nothing",
            """
            Stage<Rejected> rejected = orders.filter(col(Order::express)).rejected();
            """,
            1,
            "cannot find symbol",
            "The method rejected("),
        new Refusal(
            "A user's function on another type",
            """
            orders.select(row(Name::new).of(
                udf("initials", String.class, String.class, s -> s.substring(0, 1)).call(col(Order::quantity))));
            """,
            2,
            "method call in class Udf<A,B> cannot be applied to given types;",
            "The method call("),
        new Refusal(
            "A sink of another record",
            """
            lines.sink("daily", dailySink);
            """,
            1,
            "incompatible types: Sink<DailySales> cannot be converted to Sink<Line>",
            "The method sink("),
        new Refusal(
            "A quarantine of other rows than rejected ones",
            """
            pipeline.quarantine(orderSink);
            """,
            1,
            "incompatible types: Sink<Order> cannot be converted to Sink<Rejected>",
            "The method quarantine("));
  }
}
