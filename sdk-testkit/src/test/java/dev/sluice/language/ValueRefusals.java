package dev.sluice.language;

import java.util.List;

/** Mistakes with comparisons, arithmetic and functions. */
final class ValueRefusals {

  private ValueRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "A number compared with a text",
            """
            orders.filter(col(Order::quantity).gt("2"));
            """,
            1,
            "no suitable method found for gt(String)",
            "The method gt("),
        new Refusal(
            "A text compared with a number",
            """
            products.filter(col(Product::category).eq(7));
            """,
            1,
            "no suitable method found for eq(int)",
            "The method eq("),
        new Refusal(
            "A date compared with a text",
            """
            orders.filter(col(Order::orderDate).ge("2026-01-01"));
            """,
            1,
            "no suitable method found for ge(String)",
            "The method ge("),
        new Refusal(
            "A date compared with a timestamp",
            """
            orders.filter(col(Order::orderDate).lt(col(Order::placedAt)));
            """,
            1,
            "no suitable method found for lt(TimestampExpr<Order>)",
            "The method lt("),
        new Refusal(
            "An enum of another type",
            """
            orders.filter(col(Order::status).eq(Color.RED));
            """,
            1,
            "no suitable method found for eq(Color)",
            "The method eq("),
        new Refusal(
            "An enum compared with a text",
            """
            orders.filter(col(Order::status).eq("PAID"));
            """,
            1,
            "no suitable method found for eq(String)",
            "The method eq("),
        new Refusal(
            "Two columns of different types",
            """
            orders.filter(col(Order::note).eq(col(Order::quantity)));
            """,
            1,
            "no suitable method found for eq(IntExpr<Order>)",
            "The method eq("),
        new Refusal(
            "A list of values of another type",
            """
            products.filter(col(Product::category).in("books", 7));
            """,
            1,
            "method in in class ValueExpr<S,V> cannot be applied to given types;",
            "The method in("),
        new Refusal(
            "An element of another type",
            """
            orders.filter(col(Order::tags).contains(7));
            """,
            1,
            "no suitable method found for contains(int)",
            "The method contains("),
        new Refusal(
            "A column of another record than the elements are",
            """
            orders.filter(col(Order::tags).exists(t -> t.col(Product::category).isNull()));
            """,
            1,
            "void cannot be dereferenced",
            "Cannot invoke isNull() on the primitive type void"),
        new Refusal(
            "A condition on elements that is none",
            """
            orders.filter(col(Order::tags).exists(t -> StrExpr.of(t).upper()));
            """,
            1,
            "incompatible types: bad return type in lambda expression",
            "Type mismatch: cannot convert from StrExpr<Order> to BoolExpr<Order>"),
        new Refusal(
            "An element taken for what it is not",
            """
            orders.filter(col(Order::tags).exists(t -> IntExpr.of(t).gt(1)));
            """,
            1,
            "method of in class IntExpr<S> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "What is no list exploded",
            """
            orders.explode(Order::note).select((o, t) -> row(Name::new).of(StrExpr.of(t)));
            """,
            1,
            "no suitable method found for explode(Order::note)",
            "The method explode("),
        new Refusal(
            "A default of another type",
            """
            orders.filter(col(Order::discount).orElse("0").gt(1));
            """,
            1,
            "no suitable method found for orElse(String)",
            "The method orElse("),
        new Refusal(
            "Arithmetic on a text",
            """
            products.filter(col(Product::productName).times(2).gt(1));
            """,
            1,
            "cannot find symbol",
            "The method times("),
        new Refusal(
            "Arithmetic on a boolean",
            """
            orders.filter(col(Order::express).plus(1).gt(1));
            """,
            1,
            "cannot find symbol",
            "The method plus("),
        new Refusal(
            "A decimal multiplied by a double",
            """
            value(dec("1.50")).times(0.5);
            """,
            1,
            "no suitable method found for times(double)",
            "The method times("),
        new Refusal(
            "A decimal divided by a double",
            """
            value(dec("1.50")).dividedBy(7.0);
            """,
            1,
            "no suitable method found for dividedBy(double)",
            "The method dividedBy("),
        new Refusal(
            "Bits of a floating point number",
            """
            products.filter(col(Product::price).bitCount().gt(1));
            """,
            1,
            "cannot find symbol",
            "The method bitCount("),
        new Refusal(
            "A function of Spark's whose type nobody has said",
            """
            products.filter(spark("soundex", col(Product::category)).eq("B200"));
            """,
            1,
            "cannot find symbol",
            "The method eq("),
        new Refusal(
            "A text function on a number",
            """
            orders.filter(col(Order::quantity).lower().eq("a"));
            """,
            1,
            "cannot find symbol",
            "The method lower("),
        new Refusal(
            "A date function on a text",
            """
            orders.filter(col(Order::note).year().eq(2026));
            """,
            1,
            "cannot find symbol",
            "The method year("),
        new Refusal(
            "A fallback of another type",
            """
            orders.filter(coalesce(col(Order::note), col(Order::quantity)).isNotNull());
            """,
            1,
            "method coalesce in class Dsl cannot be applied to given types;",
            "The method coalesce("),
        new Refusal(
            "A fallback from another record",
            """
            orders.filter(coalesce(col(Order::note), col(Product::category)).isNotNull());
            """,
            1,
            "method coalesce in class Dsl cannot be applied to given types;",
            "The method coalesce("),
        new Refusal(
            "The order of an enum",
            """
            orders.filter(col(Order::status).gt(Status.PAID));
            """,
            1,
            "cannot find symbol",
            "The method gt("),
        new Refusal(
            "A constant that no column can hold",
            """
            orders.filter(value(ZoneOffset.UTC).isNotNull());
            """,
            1,
            "no suitable method found for value(ZoneOffset)",
            "The method value("),
        new Refusal(
            "A constant of another enum",
            """
            orders.filter(col(Order::status).eq(value(Color.RED)));
            """,
            1,
            "no suitable method found for eq(EnumExpr<Object,Color>)",
            "The method eq("),
        new Refusal(
            "A comparison with null",
            """
            orders.filter(col(Order::note).eq(null));
            """,
            1,
            "reference to eq is ambiguous",
            "The method eq("),
        new Refusal(
            "The larger of a number and a date",
            """
            orders.filter(greatest(col(Order::quantity), col(Order::orderDate)).isNotNull());
            """,
            1,
            "method greatest in class Dsl cannot be applied to given types;",
            "The method greatest("),
        new Refusal(
            "Java's + on a text",
            """
            orders.filter((col(Order::note) + "!").eq("late!"));
            """,
            1,
            "cannot find symbol",
            "The method eq("));
  }
}
