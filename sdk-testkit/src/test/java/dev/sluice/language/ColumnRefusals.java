package dev.sluice.language;

import java.util.List;

/** Mistakes with columns and their names. */
final class ColumnRefusals {

  private ColumnRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "A column that does not exist",
            """
            orders.filter(col(Order::prize).gt(10));
            """,
            1,
            "invalid method reference",
            "The method col("),
        new Refusal(
            "A column of another record, in filter",
            """
            orders.filter(col(Product::price).gt(10));
            """,
            1,
            "incompatible types: BoolExpr<Product> cannot be converted to BoolExpr<Order>",
            "The method filter("),
        new Refusal(
            "A column of another record, in select",
            """
            lines.select(row(Name::new).of(col(Product::productName)));
            """,
            1,
            "method select in class Stage<T> cannot be applied to given types;",
            "The method select("),
        new Refusal(
            "A column of another record, in sort",
            """
            orders.sort(desc(Product::price));
            """,
            1,
            "method sort in class Stage<T> cannot be applied to given types;",
            "The method sort("),
        new Refusal(
            "A column of another record, in groupBy",
            """
            orders
                .filter(col(Order::express))
                .groupBy(Product::category);
            """,
            3,
            "no suitable method found for groupBy(Product::category)",
            "The method groupBy("),
        new Refusal(
            "A column of another record, in dedupe",
            """
            orders.dedupe(Product::productId);
            """,
            1,
            "no suitable method found for dedupe(Product::productId)",
            "The method dedupe("),
        new Refusal(
            "A column by its name as a text",
            """
            orders.groupBy("orderDate");
            """,
            1,
            "no suitable method found for groupBy(String)",
            "The method groupBy("),
        new Refusal(
            "A lambda in place of a method reference",
            """
            orders.filter(col(o -> o.quantity()).gt(1));
            """,
            1,
            "reference to col is ambiguous",
            "The method col("),
        new Refusal(
            "A Java predicate in place of a condition",
            """
            orders.filter(o -> o.quantity() > 1);
            """,
            1,
            "incompatible types: BoolExpr is not a functional interface",
            "The method filter("),
        new Refusal(
            "A component of another record, in a nested record",
            """
            orders.filter(col(Order::address).col(Customer::country).eq("PT"));
            """,
            1,
            "void cannot be dereferenced",
            "Cannot invoke eq(String) on the primitive type void"),
        new Refusal(
            "Columns of two records as keys",
            """
            lines.groupBy(Line::orderDate, Order::express);
            """,
            1,
            "no suitable method found for groupBy(Line::orderDate,Order::express)",
            "The method groupBy("),
        new Refusal(
            "An accessor with an overload",
            """
            record Point(int x, int y) { int x(int scale) { return x * scale; } }
            var condition = col(Point::x).gt(1);
            """,
            2,
            "reference to col is ambiguous",
            "The method col("));
  }
}
