package dev.sluice.language;

import java.util.List;

/** Mistakes with aggregates and windows. */
final class GroupRefusals {

  private GroupRefusals() {}

  static List<Refusal> all() {
    return List.of(
        new Refusal(
            "A column that is not grouped",
            """
            lines.groupBy(Line::orderDate).aggregate(row(DailySales::new).of(
                key(Line::orderDate),
                col(Line::amount),
                countDistinct(Line::customerId)));
            """,
            1,
            "method of in class Rows.Row3<T1,T2,T3,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A key of another record",
            """
            lines.groupBy(Line::orderDate).aggregate(row(DailySales::new).of(
                key(Order::orderDate), sum(Line::amount), countDistinct(Line::customerId)));
            """,
            1,
            "method of in class Rows.Row3<T1,T2,T3,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "A groupBy without aggregate",
            """
            lines.groupBy(Line::orderDate)
                .sink("daily", dailySink);
            """,
            2,
            "cannot find symbol",
            "The method sink("),
        new Refusal(
            "A count of another record",
            """
            lines.aggregate(row(Ranked::new).of(count(Order::orderId), count().toInt()));
            """,
            1,
            "method of in class Rows.Row2<T1,T2,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "An aggregate in filter",
            """
            lines.filter(sum(Line::amount).gt(100));
            """,
            1,
            "incompatible types: BoolExpr<Group<Line>> cannot be converted to BoolExpr<Line>",
            "The method filter("),
        new Refusal(
            "An aggregate in select",
            """
            lines.select(row(Total::new).of(sum(Line::amount)));
            """,
            1,
            "method select in class Stage<T> cannot be applied to given types;",
            "The method select("),
        new Refusal(
            "An aggregate of an aggregate",
            """
            lines.aggregate(row(Total::new).of(max(sum(Line::amount))));
            """,
            1,
            "no suitable method found for aggregate(Projection<Group<Group<Line>>,Total>)",
            "The method aggregate("),
        new Refusal(
            "A key of another record, by the handle of a group",
            """
            lines.groupBy(Line::orderId).aggregate(g -> row(Ranked::new).of(g.key(Order::orderId), g.count().toInt()));
            """,
            1,
            "'void' type not allowed here",
            "The method of("),
        new Refusal(
            "A total of a key of another record",
            """
            lines.rollup(Line::orderId).having(g -> g.isTotalOf(Order::orderId));
            """,
            1,
            "no suitable method found for isTotalOf(Order::orderId)",
            "The method isTotalOf("),
        new Refusal(
            "A part of a sum by a column of another record",
            """
            lines.aggregate(row(Total::new).of(sum(Line::amount).where(col(Order::express))));
            """,
            1,
            "incompatible types: inference variable T has incompatible bounds",
            "The method where("),
        new Refusal(
            "A part of a sum by a condition on the group",
            """
            lines.aggregate(row(Total::new).of(sum(Line::amount).where(sum(Line::amount).gt(1))));
            """,
            1,
            "incompatible types: BoolExpr<Group<Line>> cannot be converted to RowsWhere<Group<Line>>",
            "The method where("),
        new Refusal(
            "A column where some rows are left out",
            """
            lines.select(row(Total::new).of(col(Line::amount).where(col(Line::amount).gt(1))));
            """,
            1,
            "incompatible types: BoolExpr<Line> cannot be converted to RowsWhere<Line>",
            "The method where("),
        new Refusal(
            "A value chosen by a column of another record",
            """
            lines.aggregate(row(Name::new).of(minBy(Line::productName, Order::orderDate)));
            """,
            1,
            "no suitable method found for minBy(Line::productName,Order::orderDate)",
            "The method minBy("),
        new Refusal(
            "The median of a text",
            """
            lines.aggregate(row(Total::new).of(median(Line::productName)));
            """,
            1,
            "no suitable method found for median(Line::productName)",
            "The method median("),
        new Refusal(
            "A correlation with a text",
            """
            lines.aggregate(row(Total::new).of(corr(Line::amount, Line::productName)));
            """,
            1,
            "no suitable method found for corr(Line::amount,Line::productName)",
            "The method corr("),
        new Refusal(
            "Totals by sets that are no sets of keys",
            """
            lines.groupingSets(Line::orderDate, Line::orderId);
            """,
            1,
            "method groupingSets in class Stage<T> cannot be applied to given types;",
            "The method groupingSets("),
        new Refusal(
            "The sum of a text",
            """
            lines.aggregate(row(Total::new).of(sum(Line::productName)));
            """,
            1,
            "no suitable method found for sum(Line::productName)",
            "The method sum("),
        new Refusal(
            "The mean of an enum",
            """
            orders.aggregate(row(Total::new).of(avg(Order::status)));
            """,
            1,
            "no suitable method found for avg(Order::status)",
            "The method avg("),
        new Refusal(
            "The smallest of lists",
            """
            orders.aggregate(row(Name::new).of(min(col(Order::tags))));
            """,
            1,
            "no suitable method found for min(ListExpr<Order,String>)",
            "The method min("),
        new Refusal(
            "The deviation of a date",
            """
            lines.aggregate(row(Total::new).of(stddev(Line::orderDate)));
            """,
            1,
            "no suitable method found for stddev(Line::orderDate)",
            "The method stddev("),
        new Refusal(
            "A condition on rows in having",
            """
            lines.groupBy(Line::orderDate)
                .having(col(Line::amount).gt(100));
            """,
            2,
            "no suitable method found for having(BoolExpr<Line>)",
            "The method having("),
        new Refusal(
            "A window function in an aggregate",
            """
            lines.groupBy(Line::orderDate).aggregate(row(Total::new).of(
                over(partitionBy(Line::orderDate), sum(Line::amount))));
            """,
            1,
            "no suitable method found for aggregate(Projection<Line,Total>)",
            "The method aggregate("),
        new Refusal(
            "A ranking function without over",
            """
            lines.select(row(Ranked::new).of(col(Line::orderId), rowNumber()));
            """,
            1,
            "method of in class Rows.Row2<T1,T2,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "An analytic window of another record",
            """
            lines.select(row(Ranked::new).of(col(Line::orderId),
                over(partitionBy(Order::customerId).orderBy(desc(Order::orderDate)), rowNumber())));
            """,
            1,
            "method of in class Rows.Row2<T1,T2,R> cannot be applied to given types;",
            "The method of("),
        new Refusal(
            "An order of another record in an analytic window",
            """
            lines.select(row(Ranked::new).of(col(Line::orderId),
                over(partitionBy(Line::customerId).orderBy(desc(Product::price)), rowNumber())));
            """,
            2,
            "method orderBy in class AnalyticWindow<T> cannot be applied to given types;",
            "The method orderBy("),
        new Refusal(
            "An earlier value of another record",
            """
            lines.select(row(Total::new).of(
                over(partitionBy(Line::customerId).orderBy(asc(Line::orderDate)), lag(col(Product::price)))));
            """,
            2,
            "no suitable method found for"
                + " over(AnalyticWindow<Line>,RankingFunction<Product,DoubleExpr<Product>>)",
            "The method over("),
        new Refusal(
            "keepFirst without keys",
            """
            Stage<Order> newest = orders.keepFirst(desc(Order::placedAt));
            """,
            1,
            "incompatible types: Stage<Order>.KeepFirst cannot be converted to Stage<Order>",
            "Type mismatch: cannot convert from Stage<Order>.KeepFirst to Stage<Order>"),
        new Refusal(
            "A time window without event time",
            """
            orders.window(tumbling(Duration.ofMinutes(1)));
            """,
            1,
            "cannot find symbol",
            "The method window("),
        new Refusal(
            "Event time from a date",
            """
            orders.eventTime(Order::orderDate, Duration.ofMinutes(10));
            """,
            1,
            "incompatible types: bad return type in method reference",
            "The method eventTime("),
        new Refusal(
            "The window's start as a column",
            """
            lines.filter(windowStart().gt(Instant.EPOCH));
            """,
            1,
            "incompatible types: BoolExpr<Group<Object>> cannot be converted to BoolExpr<Line>",
            "The method filter("));
  }
}
