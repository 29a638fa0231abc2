package dev.sluice.language;

import java.util.List;

/** Mistakes with the rows that come out of a stage. */
final class RowRefusals {

  private RowRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "Too few values",
            """
            lines.select(row(PricedLine::new).of(
                col(Line::orderId), col(Line::productName), col(Line::amount)));
            """,
            1,
            "method of in class Rows.Row4<T1,T2,T3,T4,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "Too many values",
            """
            lines.select(row(Total::new).of(col(Line::amount), col(Line::amount)));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "Values in the wrong order",
            """
            lines.select(row(PricedLine::new).of(
                col(Line::productName), col(Line::orderId), col(Line::amount), col(Line::amount)));
            """,
            1,
            "method of in class Rows.Row4<T1,T2,T3,T4,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A value of another type",
            """
            lines.select(row(Total::new).of(col(Line::productName)));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A whole number for a fraction",
            """
            orders.select(row(Total::new).of(col(Order::quantity)));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A bare literal as a value",
            """
            lines.select(row(Total::new).of(lit(1.0)));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A plain Java value as a value",
            """
            lines.select(row(Name::new).of("fixed"));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A column in place of a row",
            """
            lines.select(col(Line::productName));
            """,
            1,
            "method select in class Stage<T> cannot be applied to given types;",
            "The method select("),
        new Refusal(
            "A nested record for a text",
            """
            orders.select(row(Name::new).of(struct(row(Address::new).of(col(Order::note), col(Order::note)))));
            """,
            1,
            "method of in class Rows.Row1<T1,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A sort without asc or desc",
            """
            orders.sort(col(Order::quantity));
            """,
            1,
            "method sort in class Stage<T> cannot be applied to given types;",
            "The method sort("),
        new Refusal(
            "A value of another type, by name",
            """
            lines.enrich(PricedLine.class,
                set(PricedLine::tax).to(col(Line::productName)));
            """,
            2,
            "method to in class Assignment.To<R,V> cannot be applied to given types;",
            "The method to("),
        new Refusal(
            "A component of another record, by name",
            """
            lines.enrich(PricedLine.class,
                set(Product::price).to(col(Line::amount)));
            """,
            1,
            "method enrich in class Stage<T> cannot be applied to given types;",
            "The method enrich("),
        new Refusal(
            "A value over another record, by name",
            """
            lines.enrich(PricedLine.class,
                set(PricedLine::tax).to(col(Product::price)));
            """,
            1,
            "method enrich in class Stage<T> cannot be applied to given types;",
            "The method enrich("),
        new Refusal(
            "A stage taken for one of another record",
            """
            Stage<Line> filtered = orders.filter(col(Order::express));
            """,
            1,
            "incompatible types: Stage<Order> cannot be converted to Stage<Line>",
            "Type mismatch: cannot convert from Stage<Order> to Stage<Line>"),
        new Refusal(
            "A record with two constructors",
            """
            record Point(int x, int y) { Point(int x) { this(x, 0); } }
            orders.select(row(Point::new).of(value(1), value(2)));
            """,
            2,
            "reference to row is ambiguous",
            "The method row("),
        new Refusal(
            "A class that is not a record",
            """
            class Point { Point(int x) {} }
            orders.select(row(Point::new).of(value(1)));
            """,
            2,
            "no suitable method found for row(Point::new)",
            "The method row("),
        new Refusal(
            "Rows that are not records",
            "Stage<String> texts = pipeline.source(\"texts\", null);",
            1,
            "type argument String is not within bounds of type-variable T",
            "Bound mismatch: The type String is not a valid substitute for the bounded parameter <T"
                + " extends Record>"));
  }
}
