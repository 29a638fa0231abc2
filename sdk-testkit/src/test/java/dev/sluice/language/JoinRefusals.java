package dev.sluice.language;

import java.util.List;

/** Mistakes with joins and unions. */
final class JoinRefusals {

  private JoinRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "Keys of two types",
            """
            orders.join(products)
                .on(Order::productId).equalTo(Product::productName);
            """,
            2,
            "no suitable method found for equalTo(Product::p[...]tName)",
            "The method equalTo("),
        new Refusal(
            "Whole-number keys of two widths",
            """
            orders.join(products)
                .on(Order::quantity).equalTo(Product::productId);
            """,
            2,
            "no suitable method found for equalTo(Product::productId)",
            "The method equalTo("),
        new Refusal(
            "A left key of the right record",
            """
            orders.join(products)
                .on(Product::productId).equalTo(Product::productId);
            """,
            2,
            "cannot find symbol",
            "The method equalTo("),
        new Refusal(
            "A right key of the left record",
            """
            orders.join(products)
                .on(Order::productId).equalTo(Order::productId);
            """,
            2,
            "no suitable method found for equalTo(Order::productId)",
            "The method equalTo("),
        new Refusal(
            "A join without keys",
            """
            orders.join(products)
                .select((o, p) -> row(Name::new).of(p.col(Product::productName)));
            """,
            2,
            "cannot find symbol",
            "The method select("),
        new Refusal(
            "A column of the other side's handle",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .select((o, p) -> row(Name::new).of(o.col(Product::productName)));
            """,
            2,
            "'void' type not allowed here",
            "The method of("),
        new Refusal(
            "A misspelt column of a handle",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .select((o, p) -> row(Name::new).of(p.col(Product::prodctName)));
            """,
            2,
            "invalid method reference",
            "The method col("),
        new Refusal(
            "A computation with a column of the other side's handle",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .where((o, p) -> o.col(Product::price).gt(1.0));
            """,
            2,
            "void cannot be dereferenced",
            "Cannot invoke gt(double) on the primitive type void"),
        new Refusal(
            "A column without a handle",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .select((o, p) -> row(Name::new).of(
                    col(Product::productName)));
            """,
            2,
            "incompatible types: inference variable S has incompatible bounds",
            "Type mismatch: cannot convert from Projection<Product,Name> to"
                + " Projection<Joined2<Order,Product>,Record>"),
        new Refusal(
            "The handle of another join",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .select((o, p) -> row(Name::new).of(
                    elsewhere.col(Order::note)));
            """,
            2,
            "incompatible types: inference variable S has incompatible equality constraints",
            "Type mismatch: cannot convert from Projection<Joined2<Order,Customer>,Name> to"
                + " Projection<Joined2<Order,Product>,Record>"),
        new Refusal(
            "A further key of another type",
            """
            orders.join(lines).on(Order::orderId).equalTo(Line::orderId)
                .and(Order::customerId).equalTo(Line::productName);
            """,
            2,
            "no suitable method found for equalTo(Line::productName)",
            "The method equalTo("),
        new Refusal(
            "Columns of the right side after a semi join",
            """
            orders.semiJoin(products).on(Order::productId).equalTo(Product::productId)
                .select((o, p) -> row(Name::new).of(p.col(Product::productName)));
            """,
            2,
            "incompatible types: Projection is not a functional interface",
            "The method select("),
        new Refusal(
            "A bound of time where the left stage has no event time",
            """
            orders.join(timed).on(Order::orderId).equalTo(Order::orderId)
                .within(Duration.ZERO, Duration.ofMinutes(5));
            """,
            2,
            "cannot find symbol",
            "The method within("),
        new Refusal(
            "A bound of time where the right stage has no event time",
            """
            timed.leftJoin(lines).on(Order::orderId).equalTo(Line::orderId)
                .within(Duration.ZERO, Duration.ofMinutes(5));
            """,
            2,
            "cannot find symbol",
            "The method within("),
        new Refusal(
            "Two bounds of time",
            """
            timed.semiJoin(timed).on(Order::orderId).equalTo(Order::orderId)
                .within(Duration.ZERO, Duration.ofMinutes(5))
                .within(Duration.ZERO, Duration.ofMinutes(9));
            """,
            3,
            "cannot find symbol",
            "The method within("),
        new Refusal(
            "Rows compared with those of another record",
            """
            orders.except(lines);
            """,
            1,
            "incompatible types: Stage<Line> cannot be converted to Stage<Order>",
            "The method except("),
        new Refusal(
            "A column of one row whose record it is not",
            """
            orders.withOne(customers)
                .filter((o, c) -> o.col(Order::note).eq(c.col(Product::productName)));
            """,
            2,
            "'void' type not allowed here",
            "The method eq("),
        new Refusal(
            "Times of two types in an as-of join",
            """
            orders.asOfJoin(lines).on(Order::orderId).equalTo(Line::orderId)
                .atOrBefore(Order::placedAt, Line::orderDate);
            """,
            2,
            "method atOrBefore in class AsOfKeys<L,R> cannot be applied to given types",
            "The method atOrBefore("),
        new Refusal(
            "An as-of join without times",
            """
            orders.asOfJoin(lines).on(Order::orderId).equalTo(Line::orderId)
                .select((o, l) -> row(Name::new).of(l.col(Line::productName)));
            """,
            2,
            "cannot find symbol",
            "The method select("),
        new Refusal(
            "A lookup by a key of another type than the store's",
            """
            orders.lookup(store).on(Order::note);
            """,
            1,
            "no suitable method found for on(Order::note)",
            "The method on("),
        new Refusal(
            "A lookup by a column of another record",
            """
            orders.lookup(store).on(Line::customerId);
            """,
            1,
            "no suitable method found for on(Line::customerId)",
            "The method on("),
        new Refusal(
            "A lookup by half of a key",
            """
            orders.lookup(prices).on(Order::productId);
            """,
            1,
            "no suitable method found for on(Order::productId)",
            "The method on("),
        new Refusal(
            "A chained join's key of the wrong record",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .join(customers).on((o, p) -> p.col(Order::customerId)).equalTo(Customer::id)
                .select((o, p, c) -> row(Name::new).of(c.col(Customer::name)));
            """,
            2,
            "incompatible types: cannot infer type-variable(s) K",
            "Cannot return a void result"),
        new Refusal(
            "A chained join's key of a record that is not joined",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .join(lines).on(Customer::id).equalTo(Line::orderId);
            """,
            2,
            "cannot find symbol",
            "The method equalTo(Line::orderId) is undefined for the type StageKey.NotJoined<Customer>"),
        new Refusal(
            "A chained join's computed key of a record that is not joined",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .join(lines).on(col(Customer::id).plus(1)).equalTo(Line::orderId);
            """,
            2,
            "cannot find symbol",
            "The method equalTo(Line::orderId) is undefined for the type StageKey.NotJoined<Customer>"),
        new Refusal(
            "A chained join's key of a record that two stages have",
            """
            orders.join(orders).on(Order::productId).equalTo(Order::productId)
                .join(lines).on(Order::orderId).equalTo(Line::orderId);
            """,
            2,
            "reference to on is ambiguous",
            "The method on("),
        new Refusal(
            "A handle too few",
            """
            orders.join(products).on(Order::productId).equalTo(Product::productId)
                .join(customers).on(Order::customerId).equalTo(Customer::id)
                .select((o, c) -> row(Name::new).of(c.col(Customer::name)));
            """,
            3,
            "incompatible types: incompatible parameter types in lambda expression",
            "The method select("),
        new Refusal(
            "A union of two records",
            """
            lines.union(orders);
            """,
            1,
            "method union in class Stage<T> cannot be applied to given types;",
            "The method union("));
  }
}
