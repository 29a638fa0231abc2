package dev.sluice.language;

import dev.sluice.testkit.compile.Snippets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Both compilers accept the right programs that the refused ones stand beside. */
class LanguageTest {

  @TestFactory
  Stream<DynamicTest> compiles() {
    var compiled =
        Snippets.in(Prelude.SOURCE)
            .add(
                "a whole pipeline",
                """
                orders
                    .clean("valid orders", c -> c
                        .dedupe(Order::orderId)
                        .fill(Order::discount).with(0.0)
                        .trim(Order::note)
                        .set(Order::note).to(col(Order::note).lower())
                        .require("has a quantity", col(Order::quantity).isNotNull())
                        .require("positive quantity", col(Order::quantity).gt(0)))
                    .join(products).on(Order::productId).equalTo(Product::productId)
                    .select((o, p) -> row(Line::new).of(
                        o.col(Order::orderId), o.col(Order::customerId), p.col(Product::productName),
                        o.col(Order::orderDate),
                        o.col(Order::quantity).times(p.col(Product::price))
                            .times(lit(1.0).minus(o.col(Order::discount)))))
                    .groupBy(Line::orderDate)
                    .having(sum(Line::amount).gt(0))
                    .aggregate(row(DailySales::new).of(
                        key(Line::orderDate), sum(Line::amount), countDistinct(Line::customerId)))
                    .sink("daily sales", dailySink);
                """)
            .add(
                "conditions and cases",
                """
                orders.filter(col(Order::express).and(col(Order::quantity).gt(1)).or(not(col(Order::express))));
                orders.filter(col(Order::status).eq(Status.PAID).and(col(Order::tags).contains("gift")));
                orders.filter(col(Order::orderDate).ge(LocalDate.of(2026, 1, 1)));
                orders.filter(col(Order::address).col(Address::city).in("Lisbon", "Porto"));
                orders.select(row(Name::new).of(
                    when(col(Order::express)).then("fast")
                        .when(col(Order::quantity).gt(9)).then(col(Order::note))
                        .otherwise("slow")));
                orders.select(row(Name::new).of(
                    udf("initials", String.class, String.class, s -> s.substring(0, 1)).call(col(Order::note))));
                """)
            .add(
                "fallbacks, the larger and the smaller",
                """
                lines.filter(coalesce(col(Line::productName), col(Line::productName).upper()).eq("a"));
                lines.filter(greatest(col(Line::amount), col(Line::amount).times(2)).gt(1));
                lines.select(row(Name::new).of(coalesce(col(Line::productName), value("none"))));
                lines.groupBy(Line::orderId)
                    .having(least(sum(Line::amount), avg(Line::amount)).gt(1))
                    .aggregate(row(Total::new).of(greatest(sum(Line::amount), avg(Line::amount))));
                """)
            .add(
                "rows by name",
                """
                lines.enrich(PricedLine.class, set(PricedLine::tax).to(col(Line::amount).times(0.2)))
                    .sort(desc(PricedLine::tax), asc(col(PricedLine::productName).lower()))
                    .limit(10);
                """)
            .add(
                "analytic windows",
                """
                lines.select(row(Ranked::new).of(col(Line::orderId),
                    over(partitionBy(Line::customerId).orderBy(desc(Line::orderDate)), rowNumber())));
                lines.select(row(Total::new).of(
                    over(partitionBy(Line::customerId).orderBy(asc(Line::orderDate)), lag(col(Line::amount)))
                        .orElse(0.0)));
                lines.select(row(Total::new).of(over(partitionBy(Line::customerId), sum(Line::amount))));
                """)
            .add(
                "groups by what is computed, with and without a handle",
                """
                record Yearly(int year, long orders, Double large, String first) {}
                lines.groupBy(col(Line::orderDate).year(), col(Line::orderId))
                    .having(g -> g.count().gt(1).and(g.key(Line::orderId).lt(9L)))
                    .having(count().lt(100))
                    .aggregate(g -> row(Yearly::new).of(
                        g.key(col(Line::orderDate).year()),
                        g.count().times(100),
                        sum(Line::amount).where(col(Line::amount).gt(10)),
                        StrExpr.of(minBy(Line::productName, Line::orderDate)).upper()));
                lines.rollup(Line::orderDate, Line::orderId).having(g -> g.isTotalOf(Line::orderId).and(g.groupingId().gt(0)));
                lines.cube(col(Line::orderDate).year()).aggregate(row(Total::new).of(median(Line::amount)));
                lines.groupingSets(keys(Line::orderDate), keys(col(Line::amount)), keys());
                lines.aggregate(g -> row(Total::new).of(percentile(Line::amount, 0.9)));
                lines.keepFirst(3, desc(Line::amount)).per(col(Line::orderDate).year());
                lines.dedupe(col(Line::orderDate).year(), col(Line::orderId));
                """)
            .add(
                "windows over groups and over time",
                """
                lines.groupBy(Line::orderId).aggregate(row(Ranked::new).of(
                    key(Line::orderId), over(orderBy(desc(sum(Line::amount))), rank())));
                lines.select(row(Total::new).of(over(
                    partitionBy(col(Line::orderDate).year()).orderBy(asc(Line::orderDate))
                        .rangeBetween(Duration.ofDays(-6), Duration.ZERO),
                    sum(Line::amount))));
                lines.select(row(Total::new).of(over(
                    orderBy(asc(Line::orderDate)), lag(Line::amount).ignoringNulls()).orElse(0.0)));
                """)
            .add(
                "a time window",
                """
                record Hourly(Instant from, Instant to, Status status, long orders) {}
                timed.filter(col(Order::express))
                    .window(sliding(Duration.ofHours(1), Duration.ofMinutes(10)))
                    .groupBy(Order::status)
                    .aggregate(row(Hourly::new).of(windowStart(), windowEnd(), key(Order::status), count()));
                """)
            .add(
                "a join of a stage with itself",
                """
                record Pair(long first, long second) {}
                lines.join(lines).on(Line::orderId).equalTo(Line::orderId)
                    .where((a, b) -> a.col(Line::productName).lt(b.col(Line::productName)))
                    .select((a, b) -> row(Pair::new).of(a.col(Line::orderId), b.col(Line::orderId)));
                """)
            .add(
                "a chain of joins",
                """
                record Wide(long orderId, String product, String customer, double amount) {}
                orders.join(products).on(Order::productId).equalTo(Product::productId)
                    .leftJoin(customers).on(Order::customerId).equalTo(Customer::id)
                    .join(lines).on((o, p, c) -> o.col(Order::orderId)).equalTo(Line::orderId)
                    .and(col(Product::productName).lower()).equalTo(l -> l.col(Line::productName))
                    .where((o, p, c, l) -> l.col(Line::amount).gt(p.col(Product::price)))
                    .select((o, p, c, l) -> row(Wide::new).of(
                        o.col(Order::orderId), p.col(Product::productName),
                        c.col(Customer::name), l.col(Line::amount)));
                """)
            .add(
                "keys of a join by references, expressions and handles alike",
                """
                orders.join(lines).on(o -> o.col(Order::orderId)).equalTo(l -> l.col(Line::orderId))
                    .and(col(Order::customerId)).equalTo(col(Line::customerId))
                    .and(Order::orderDate).equalTo(l -> l.col(Line::orderDate))
                    .join(customers).on(col(Order::customerId)).equalTo(Customer::id)
                    .and((o, l) -> l.col(Line::customerId)).equalTo(col(Customer::id))
                    .select((o, l, c) -> row(Name::new).of(c.col(Customer::name)));
                """)
            .add(
                "semi and anti joins within a chain",
                """
                orders.join(lines).on(Order::orderId).equalTo(Line::orderId)
                    .semiJoin(customers).on(Order::customerId).equalTo(Customer::id)
                    .antiJoin(products)
                        .where((o, l, p) -> p.col(Product::productName).eq(l.col(Line::productName)))
                    .join(products).on(Order::productId).equalTo(Product::productId)
                    .select((o, l, p) -> row(Name::new).of(p.col(Product::productName)));
                """)
            .add(
                "a filter and a mapping by name straight after a join",
                """
                record Wide(long orderId, String productName, double price, double amount) {}
                orders.leftJoin(products).on(Order::productId).equalTo(Product::productId)
                    .filter((o, p) -> p.col(Product::price).isNotNull())
                    .enrich(Wide.class,
                        (o, p) -> set(Wide::amount).to(o.col(Order::quantity).times(p.col(Product::price))));
                """)
            .add(
                "a chain of eight stages",
                """
                record Last(String name) {}
                orders.join(products).on(Order::productId).equalTo(Product::productId)
                    .crossJoin(lines)
                    .join(customers).on(Order::customerId).equalTo(Customer::id)
                    .join(orders).on((a, b, c, d) -> d.col(Customer::id)).equalTo(Order::customerId)
                    .rightJoin(customers).on(Line::customerId).equalTo(Customer::id)
                    .fullJoin(lines).on((a, b, c, d, e, f) -> e.col(Order::orderId)).equalTo(Line::orderId)
                    .join(products).on((a, b, c, d, e, f, g) -> g.col(Line::productName))
                        .equalTo(Product::productName)
                    .select((a, b, c, d, e, f, g, h) -> row(Last::new).of(h.col(Product::category)));
                """)
            .add(
                "a semi join and an anti join",
                """
                orders.semiJoin(products).on(Order::productId).equalTo(Product::productId)
                    .antiJoin(customers).on(Order::customerId).equalTo(Customer::id)
                    .sink("orders", orderSink);
                """)
            .add(
                "rows of two stages compared, drawn and dealt out",
                """
                orders.intersect(timed).except(orders).intersectAll(orders).exceptAll(timed)
                    .sampleBy(Order::status, java.util.Map.of(Status.OPEN, 0.1), 7)
                    .randomSplit(7, 0.8, 0.2).get(0)
                    .rebalance().rebalanceBy(Order::customerId).sortMerge().shuffleHash()
                    .sink("orders", orderSink);
                """)
            .add(
                "rows beside the one row of another stage",
                """
                Stage<Total> total = lines.aggregate(row(Total::new).of(sum(Line::amount).orElse(0.0)));
                lines.withOne(total)
                    .filter((l, t) -> l.col(Line::amount).gt(t.col(Total::amount).times(0.1)))
                    .withOne(total)
                    .select((l, t) -> row(Total::new).of(l.col(Line::amount).minus(t.col(Total::amount))));
                """)
            .add(
                "the latest row so far",
                """
                orders.asOfJoin(lines).on(Order::customerId).equalTo(Line::customerId)
                    .and(col(Order::orderId)).equalTo(col(Line::orderId))
                    .atOrBefore(Order::orderDate, Line::orderDate)
                    .select((o, l) -> row(Total::new).of(l.col(Line::amount)));
                orders.leftAsOfJoin(timed).on(Order::customerId).equalTo(Order::customerId)
                    .atOrBefore(Order::placedAt, Order::placedAt).within(Duration.ofMinutes(5))
                    .enrich(Name.class, (o, t) -> set(Name::name).to(t.col(Order::note)));
                """)
            .add(
                "columns that become rows",
                """
                record Key(String what, long id) {}
                orders.unpivot(Order::orderId, Order::customerId, Order::productId)
                    .select((o, what, id) -> row(Key::new).of(what, LongExpr.of(id)));
                """)
            .add(
                "a key of several columns",
                """
                orders.join(lines).on(Order::orderId).equalTo(Line::orderId)
                    .and(Order::customerId).equalTo(Line::customerId)
                    .select((o, l) -> row(Total::new).of(l.col(Line::amount)));
                """)
            .add(
                "a reference through an interface",
                """
                customers.sort(asc(Identified::id)).dedupe(Identified::id);
                customers.groupBy(Identified::id);
                orders.join(customers).on(Order::customerId).equalTo(Identified::id);
                """)
            .add(
                "a reference through a generic interface",
                """
                interface Keyed<K> { K code(); }
                record Country(String code, String title) implements Keyed<String> {}
                Stage<Country> countries = customers.select(
                    row(Country::new).of(col(Customer::country), col(Customer::country)));
                countries.dedupe(Keyed::code);
                countries.dedupe(Country::code).filter(col(Country::code).eq("PT"));
                """)
            .add(
                "a generic method over any record with a key",
                """
                class Newest {
                  <T extends Record & Identified> Stage<T> of(Stage<T> stage) {
                    return stage.filter(col(T::id).gt(0).and(col(T::id).lt(9))).sort(asc(T::id));
                  }
                }
                new Newest().of(customers);
                """)
            .add(
                "local and private records",
                """
                record Local(String name) {}
                class Holder {
                  private record Hidden(String name) {}
                  Stage<Local> local = orders.select(row(Local::new).of(col(Order::note)));
                  Stage<Hidden> hidden = local.select(row(Hidden::new).of(col(Local::name)));
                }
                new Holder().hidden.filter(col(Holder.Hidden::name).eq("a"));
                """)
            .compile();
    return compiled.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compiled.assertThat(name).compiles()));
  }
}
