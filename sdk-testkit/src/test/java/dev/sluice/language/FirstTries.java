package dev.sluice.language;

import java.util.List;

/** What somebody who knows SQL and Spark writes first: most of it compiles, and for the rest there is another way to write it. */
final class FirstTries {

  /** Records as they are in TPC-H. */
  static final String RECORDS =
      """
      record Order(long orderkey, long custkey, String orderstatus, BigDecimal totalprice, LocalDate orderdate,
          int shippriority) {}
      record LineItem(long orderkey, long partkey, long suppkey, int linenumber, BigDecimal quantity,
          BigDecimal extendedprice, BigDecimal discount, LocalDate shipdate, LocalDate commitdate, LocalDate receiptdate) {}
      record PartSupp(long partkey, long suppkey, int availqty, BigDecimal supplycost) {}
      record Customer(long custkey, String name, long nationkey) {}
      """;

  /** A source file with a place for statements. */
  static final String SOURCE =
      """
      import static dev.sluice.Dsl.*;

      import dev.sluice.Stage;
      import dev.sluice.expr.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.List;

      class Example {
        void example(Stage<Order> orders, Stage<LineItem> lines, Stage<PartSupp> parts, Stage<Customer> customers) {
          // snippet
        }
      }

      """
          + RECORDS
          + """
          record Count(long count) {}
          record Ratio(Double ratio) {}
          record Amount(double amount) {}
          record Sum(BigDecimal sum) {}
          record Place(int place) {}
          record Distinct(Long sum) {}
          record Name(String name) {}
          record Names(List<String> names) {}
          record Status(long orderkey, String status) {}
          record Year(int year, long orders) {}
          record Revenue(String status, BigDecimal revenue, int place) {}
          record Wide(long orderkey, long custkey, String orderstatus, BigDecimal totalprice, LocalDate orderdate,
              int shippriority, String name) {}
          record PerName(String name, long orders) {}
          """;

  private FirstTries() {}

  /**
   * Lines that compile.
   *
   * @param about what they are about
   * @param code the lines
   */
  record Accepted(String about, String code) {}

  /**
   * A line that does not compile.
   *
   * @param what was tried
   * @param code as it was tried
   * @param javac words of javac's message
   * @param instead what compiles
   */
  record Refused(String what, String code, String javac, String instead) {

    Refused {
      code = code.strip();
      instead = instead.strip();
    }
  }

  static List<Accepted> accepted() {
    return List.of(
        new Accepted(
            "numbers mix",
            """
                lines.select(row(Sum::new).of(col(LineItem::extendedprice).times(100)));
                lines.select(row(Sum::new).of(col(LineItem::extendedprice).plus(1)));
                lines.filter(col(LineItem::extendedprice).dividedBy(col(LineItem::linenumber)).gt(1));
                lines.filter(col(LineItem::extendedprice).dividedBy(dec("7.0")).gt(1));
                parts.filter(col(PartSupp::availqty).times(dec("1.5")).gt(1));
                lines.filter(col(LineItem::discount).in(dec("0.05"), dec("0.07")));
                lines.filter(col(LineItem::discount).toDouble().in(0.05, 0.07));
                orders.select(row(Count::new).of(when(col(Order::orderstatus).eq("F")).then(col(Order::orderkey)).otherwise(0)));
                orders.select(row(Sum::new).of(when(col(Order::orderstatus).eq("F")).then(col(Order::totalprice)).otherwise(0)));
                lines.filter(col(LineItem::quantity).between(col(LineItem::discount), col(LineItem::extendedprice)));
                lines.filter(col(LineItem::shipdate).between(col(LineItem::commitdate), col(LineItem::receiptdate)));
                orders.aggregate(row(Sum::new).of(sum(Order::totalprice).dividedBy(count())));
                """),
        new Accepted(
            "the first in a chain",
            """
                orders.groupBy(Order::custkey).having(count().gt(10)).aggregate(row(Count::new).of(key(Order::custkey)));
                orders.aggregate(g -> row(Count::new).of(g.count().times(100)));
                orders.select(row(Place::new).of(over(partitionBy().orderBy(desc(Order::totalprice)), rank())));
                orders.select(row(Place::new).of(over(orderBy(desc(Order::totalprice)), rank())));
                orders.select(row(Name::new).of(value((String) null)));
                orders.select(row(Name::new).of(col(Order::orderstatus).nullIf("x")));
                orders.filter(col(Order::orderdate).lt(currentDate()));
                orders.groupBy(col(Order::orderdate).year()).aggregate(row(Year::new).of(key(col(Order::orderdate).year()), count()));
                """),
        new Accepted(
            "keys and shapes",
            """
                orders.select(row(Place::new).of(over(partitionBy(col(Order::orderdate).year()).orderBy(desc(Order::totalprice)), rank())));
                orders.dedupe(col(Order::orderdate).year());
                orders.groupBy(Order::orderstatus).aggregate(row(Revenue::new).of(key(Order::orderstatus), sum(Order::totalprice), over(partitionBy().orderBy(desc(sum(Order::totalprice))), rank())));
                orders.groupBy(Order::orderstatus).aggregate(row(Revenue::new).of(key(Order::orderstatus), sum(Order::totalprice), over(orderBy(desc(sum(Order::totalprice))), rank())));
                orders.join(customers).on(Order::custkey).equalTo(Customer::custkey).enrich(Wide.class, (o, c) -> set(Wide::name).to(c.col(Customer::name)));
                orders.join(customers).on(Order::custkey).equalTo(Customer::custkey).filter((o, c) -> o.col(Order::totalprice).gt(1)).select((o, c) -> row(Name::new).of(c.col(Customer::name)));
                customers.join(orders).on(Customer::custkey).equalTo(Order::custkey).join(lines).on(Order::orderkey).equalTo(LineItem::orderkey).select((c, o, l) -> row(Name::new).of(c.col(Customer::name)));
                customers.join(orders).on(Customer::custkey).equalTo(Order::custkey).join(lines).on((c, o) -> o.col(Order::orderkey)).equalTo(LineItem::orderkey).select((c, o, l) -> row(Name::new).of(c.col(Customer::name)));
                parts.join(lines).on(PartSupp::partkey).equalTo(LineItem::partkey).and(col(PartSupp::suppkey)).equalTo(LineItem::suppkey).select((p, l) -> row(Count::new).of(p.col(PartSupp::partkey)));
                parts.join(lines).on(p -> p.col(PartSupp::partkey)).equalTo(LineItem::partkey).select((p, l) -> row(Count::new).of(p.col(PartSupp::partkey)));
                customers.join(orders).on(Customer::custkey).equalTo(Order::custkey).semiJoin(lines).on((c, o) -> o.col(Order::orderkey)).equalTo(LineItem::orderkey).select((c, o) -> row(Name::new).of(c.col(Customer::name)));
                orders.semiJoin(lines).on(Order::orderkey).equalTo(LineItem::orderkey).filter(col(Order::totalprice).gt(1));
                orders.sort(asc(Order::orderdate).nullsLast());
                orders.aggregate(row(Ratio::new).of(median(Order::shippriority)));
                orders.aggregate(row(Ratio::new).of(percentile(Order::shippriority, 0.9)));
                """),
        new Accepted(
            "words",
            """
                orders.aggregate(row(Distinct::new).of(sumDistinct(Order::shippriority)));
                orders.aggregate(row(Name::new).of(maxBy(Order::orderstatus, Order::totalprice)));
                orders.aggregate(row(Name::new).of(first(Order::orderstatus)));
                orders.aggregate(row(Name::new).of(last(Order::orderstatus)));
                orders.except(orders);
                orders.intersect(orders);
                orders.repartition(10);
                orders.filter(col(Order::orderstatus).ilike("f%"));
                orders.filter(col(Order::orderstatus).contains(col(Order::orderstatus)));
                orders.filter(col(Order::orderdate).plus(Period.ofMonths(3)).gt(LocalDate.of(1994, 1, 1)));
                orders.aggregate(row(Ratio::new).of(stddev(Order::shippriority)));
                orders.aggregate(row(Names::new).of(collectList(Order::orderstatus)));
                orders.select(row(Sum::new).of(over(orderBy(asc(Order::orderdate)), lag(Order::totalprice))));
                """));
  }

  static List<Refused> refused() {
    return List.of(
        new Refused(
            "An `int` where a `long` is wanted",
            """
                orders.select(row(Count::new).of(col(Order::shippriority)));
                """,
            "method of in class Rows.Row1<T1,R> cannot be applied",
            """
                orders.select(row(Count::new).of(col(Order::shippriority).toLong()));
                """),
        new Refused(
            "A sum of `int`, which is a `long`, where a `double` is wanted",
            """
                orders.aggregate(row(Ratio::new).of(sum(Order::shippriority)));
                """,
            "method of in class Rows.Row1<T1,R> cannot be applied",
            """
                orders.aggregate(row(Ratio::new).of(sum(Order::shippriority).toDouble()));
                """),
        new Refused(
            "A decimal where a `double` is wanted, which may lose digits",
            """
                orders.select(row(Amount::new).of(col(Order::totalprice)));
                """,
            "method of in class Rows.Row1<T1,R> cannot be applied",
            """
                orders.select(row(Amount::new).of(col(Order::totalprice).toDouble()));
                """),
        new Refused(
            "A decimal times a `double`, which may lose digits",
            """
                lines.filter(col(LineItem::extendedprice).times(0.5).gt(1));
                """,
            "no suitable method found for times(double)",
            """
                lines.filter(col(LineItem::extendedprice).times(dec("0.5")).gt(1));
                """),
        new Refused(
            "A decimal by a `double`",
            """
                lines.filter(col(LineItem::extendedprice).dividedBy(7.0).gt(1));
                """,
            "no suitable method found for dividedBy(double)",
            """
                lines.filter(col(LineItem::extendedprice).dividedBy(dec("7.0")).gt(1));
                """),
        new Refused(
            "`lit` as an argument; it is for the beginning of a chain",
            """
                orders.select(row(Amount::new).of(col(Order::totalprice).toDouble().times(lit(2.0))));
                """,
            "no suitable method found for times(DoubleLiteral)",
            """
                orders.select(row(Amount::new).of(col(Order::totalprice).toDouble().times(2.0)));
                """),
        new Refused(
            "`count()` in the midst of a computation",
            """
                orders.aggregate(row(Ratio::new).of(count().times(100).dividedBy(countIf(col(Order::orderstatus).eq("F"))).toDouble()));
                """,
            "no suitable method found for dividedBy(LongExpr<Group<Order>>)",
            """
                orders.aggregate(g -> row(Ratio::new).of(g.count().times(100).dividedBy(countIf(col(Order::orderstatus).eq("F"))).toDouble()));
                """),
        new Refused(
            "The same",
            """
                orders.aggregate(row(Ratio::new).of(count().toDouble().dividedBy(2.0)));
                """,
            "no suitable method found for aggregate(Projection<Group<Object>,Ratio>)",
            """
                orders.aggregate(g -> row(Ratio::new).of(g.count().toDouble().dividedBy(2.0)));
                """),
        new Refused(
            "A constant that may be NULL",
            """
                orders.select(row(Name::new).of(value("x").nullIf("x")));
                """,
            "method select in class Stage<T> cannot be applied",
            """
                orders.select(row(Name::new).of(nullOf(String.class)));
                """),
        new Refused(
            "`coalesce` with a constant",
            """
                orders.select(row(Name::new).of(coalesce(col(Order::orderstatus), "x")));
                """,
            "method coalesce in class Dsl cannot be applied",
            """
                orders.select(row(Name::new).of(col(Order::orderstatus).orElse("x")));
                """),
        new Refused(
            "References as values",
            """
                orders.select(row(Status::new).of(Order::orderkey, Order::orderstatus));
                """,
            "incompatible types: Expr is not a functional interface",
            """
                orders.select(row(Status::new).of(col(Order::orderkey), col(Order::orderstatus)));
                """),
        new Refused(
            "A constant as a value",
            """
                orders.select(row(Status::new).of(col(Order::orderkey), "F"));
                """,
            "method of in class Rows.Row2<T1,T2,R> cannot be applied",
            """
                orders.select(row(Status::new).of(col(Order::orderkey), value("F")));
                """),
        new Refused(
            "Groups of a join",
            """
                orders.join(customers).on(Order::custkey).equalTo(Customer::custkey).groupBy(Customer::name);
                """,
            "cannot find symbol",
            """
                orders.join(customers).on(Order::custkey).equalTo(Customer::custkey)
                    .select((o, c) -> row(Status::new).of(o.col(Order::orderkey), c.col(Customer::name)))
                    .groupBy(Status::status).aggregate(row(PerName::new).of(key(Status::status), count()));
                """),
        new Refused(
            "More rows than an `int` counts",
            """
                orders.limit(10L);
                """,
            "incompatible types: possible lossy conversion from long to int",
            """
                orders.limit(10);
                """),
        new Refused(
            "A frame from the first row",
            """
                orders.select(row(Sum::new).of(over(partitionBy(Order::custkey).orderBy(asc(Order::orderdate)).rowsBetween(unboundedPreceding(), 0), sum(Order::totalprice))));
                """,
            "cannot find symbol",
            """
                orders.select(row(Sum::new).of(over(partitionBy(Order::custkey).orderBy(asc(Order::orderdate)).rowsBetween(Long.MIN_VALUE, 0), sum(Order::totalprice))));
                """),
        new Refused(
            "A place that is computed, a length that is not",
            """
                orders.select(row(Name::new).of(col(Order::orderstatus).substring(col(Order::shippriority), 2)));
                """,
            "no suitable method found for substring(IntExpr<Order>,int)",
            """
                orders.select(row(Name::new).of(col(Order::orderstatus).substring(col(Order::shippriority), IntExpr.of(value(2)))));
                """),
        new Refused(
            "A date beside a text",
            """
                orders.filter(col(Order::orderdate).ge("1994-01-01"));
                """,
            "no suitable method found for ge(String)",
            """
                orders.filter(col(Order::orderdate).ge(LocalDate.of(1994, 1, 1)));
                """));
  }
}
