package dev.sluice.spark.compile;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.rank;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.window;

import dev.sluice.Grouped;
import dev.sluice.Stage;
import dev.sluice.plan.TimeWindow;
import dev.sluice.record.Precision;
import dev.sluice.spark.compile.ParquetShop.Order;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aggregations are, once optimized, those written by hand. */
class AggregatePlansTest {

  record Daily(LocalDate orderDate, Long pieces, long orders, long customers, Double discount) {}

  record PerOrder(LocalDate orderDate, Double piecesAnOrder, long big) {}

  record Subtotal(LocalDate orderDate, String status, long totals, Long pieces) {}

  record Total(Long pieces, long orders) {}

  record PerDay(LocalDate orderDate, long orders, Long pieces) {}

  record Paid(String status, @Precision(value = 20, scale = 2) BigDecimal paid) {}

  record Spread(long customerId, Integer spread) {}

  record Shadow(LocalDate day, long orderDate) {}

  record Windowed(Instant start, Instant end, long customerId, long orders) {}

  @TempDir
  static Path directory;

  private static ParquetShop shop;

  @BeforeAll
  static void write() {
    shop = ParquetShop.in(directory);
  }

  private static Dataset<Row> orders() {
    return shop.ordersByHand();
  }

  @Test
  void groupBy() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .aggregate(row(Daily::new).of(
                key(Order::orderDate),
                sum(Order::quantity),
                count(),
                countDistinct(Order::customerId),
                avg(Order::discount))),
        orders()
            .groupBy("orderDate")
            .agg(
                expr("sum(quantity)").as("pieces"),
                expr("count(1)").as("orders"),
                expr("count(distinct customerId)").as("customers"),
                expr("avg(discount)").as("discount")));
  }

  @Test
  void groupBySeveralKeysInAnotherOrder() {
    record Counted(long orders, String status, LocalDate orderDate) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate, Order::status)
            .aggregate(row(Counted::new).of(count(), key(Order::status), key(Order::orderDate))),
        orders()
            .groupBy("orderDate", "status")
            .agg(expr("count(1)").as("orders"))
            .select("orders", "status", "orderDate"));
  }

  @Test
  void keysThatAreComputed() {
    record Yearly(Integer year, long orders) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(col(Order::orderDate).year())
            .aggregate(g -> row(Yearly::new).of(g.key(col(Order::orderDate).year()), g.count())),
        orders().groupBy(expr("year(orderDate)").as("year")).agg(expr("count(1)").as("orders")));
  }

  @Test
  void rowsLeftOutOfOneAggregate() {
    record Parts(String status, Double large, long small) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::status)
            .aggregate(g -> row(Parts::new).of(
                g.key(Order::status),
                sum(Order::discount).where(col(Order::quantity).gt(1)),
                g.count().where(col(Order::quantity).eq(1)))),
        orders()
            .groupBy("status")
            .agg(
                expr("sum(case when quantity > 1 then discount end)").as("large"),
                expr("count_if(quantity = 1)").as("small")));
  }

  private static Stage<Subtotal> totals(Grouped<Order> grouped) {
    return grouped.aggregate(g -> row(Subtotal::new).of(
        g.key(Order::orderDate), g.key(Order::status), g.groupingId(), sum(Order::quantity)));
  }

  private static Dataset<Row> totalsByHand(RelationalGroupedDataset grouped) {
    return grouped
        .agg(functions.grouping_id().as("totals"), expr("sum(quantity)").as("pieces"))
        .select("orderDate", "status", "totals", "pieces");
  }

  @Test
  void totals() {
    shop.assertSamePlan(
        totals(shop.orders().rollup(Order::orderDate, Order::status)),
        totalsByHand(orders().rollup("orderDate", "status")));
    shop.assertSamePlan(
        totals(shop.orders().cube(Order::orderDate, Order::status)),
        totalsByHand(orders().cube("orderDate", "status")));
  }

  @Test
  void groupsInAWindow() {
    record Ranked(String status, Long pieces, int rank) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::status)
            .aggregate(row(Ranked::new).of(
                key(Order::status),
                sum(Order::quantity),
                over(orderBy(desc(sum(Order::quantity))), rank()))),
        orders()
            .groupBy("status")
            .agg(expr("sum(quantity)").as("pieces"))
            .selectExpr("*", "rank() over (order by pieces desc) as rank"));
  }

  @Test
  void keysAlone() {
    record Day(LocalDate orderDate) {}
    shop.assertSamePlan(
        shop.orders().groupBy(Order::orderDate).aggregate(row(Day::new).of(key(Order::orderDate))),
        orders().select("orderDate").distinct());
  }

  @Test
  void arithmeticBetweenAggregates() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .aggregate(row(PerOrder::new).of(
                key(Order::orderDate),
                sum(Order::quantity).dividedBy(count()),
                countIf(col(Order::quantity).gt(1)))),
        orders()
            .groupBy("orderDate")
            .agg(
                expr("sum(quantity) / count(1)").as("piecesAnOrder"),
                expr("count_if(quantity > 1)").as("big")));
  }

  @Test
  void oneAggregateInSeveralOutputs() {
    record Both(LocalDate orderDate, Integer most, Integer spread) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .aggregate(row(Both::new).of(
                key(Order::orderDate),
                max(Order::quantity),
                max(Order::quantity).minus(min(Order::quantity)))),
        orders()
            .groupBy("orderDate")
            .agg(
                expr("max(quantity)").as("most"),
                expr("max(quantity) - min(quantity)").as("spread")));
  }

  @Test
  void arithmeticBetweenKeysAndAggregates() {
    record Shifted(LocalDate latest) {}
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .aggregate(row(Shifted::new).of(key(Order::orderDate).plusDays(max(Order::quantity)))),
        orders()
            .groupBy("orderDate")
            .agg(expr("date_from_unix_date(unix_date(orderDate) + max(quantity))").as("latest"))
            .select("latest"));
  }

  @Test
  void having() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .having(count(Order.class).gt(10))
            .aggregate(row(PerDay::new).of(key(Order::orderDate), count(), sum(Order::quantity))),
        orders()
            .groupBy("orderDate")
            .agg(expr("count(1)").as("orders"), expr("sum(quantity)").as("pieces"))
            .filter("orders > 10"));
  }

  @Test
  void havingAnAggregateThatDoesNotComeOut() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::customerId)
            .having(count(Order.class).gt(10).and(min(Order::discount).isNotNull()))
            .aggregate(row(Spread::new)
                .of(key(Order::customerId), max(Order::quantity).minus(min(Order::quantity)))),
        orders()
            .groupBy("customerId")
            .agg(
                expr("max(quantity)").as("most"),
                expr("min(quantity)").as("least"),
                expr("count(1)").as("orders"),
                expr("min(discount)").as("discount"))
            .filter("orders > 10 and discount is not null")
            .selectExpr("customerId", "most - least as spread"));
  }

  @Test
  void havingAConditionOnAKey() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .having(key(Order::orderDate).gt(LocalDate.of(2024, 1, 1)))
            .aggregate(row(PerDay::new).of(key(Order::orderDate), count(), sum(Order::quantity))),
        orders()
            .filter("orderDate > date'2024-01-01'")
            .groupBy("orderDate")
            .agg(expr("count(1)").as("orders"), expr("sum(quantity)").as("pieces")));
  }

  @Test
  void globalAggregate() {
    shop.assertSamePlan(
        shop.orders().aggregate(row(Total::new).of(sum(Order::quantity), count())),
        orders().agg(expr("sum(quantity)").as("pieces"), expr("count(1)").as("orders")));
  }

  @Test
  void aggregateAfterFilter() {
    shop.assertSamePlan(
        shop.orders()
            .filter(col(Order::status).eq("paid"))
            .aggregate(row(Total::new).of(sum(Order::quantity), count())),
        orders()
            .filter("status = 'paid'")
            .agg(expr("sum(quantity)").as("pieces"), expr("count(1)").as("orders")));
  }

  @Test
  void decimalOfADeclaredPrecision() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::status)
            .aggregate(row(Paid::new).of(key(Order::status), sum(Order::paid))),
        orders().groupBy("status").agg(expr("cast(sum(paid) as decimal(20, 2))").as("paid")));
  }

  @Test
  void aggregateUnderTheNameOfAKey() {
    shop.assertSamePlan(
        shop.orders()
            .groupBy(Order::orderDate)
            .having(count(Order.class).gt(1))
            .aggregate(row(Shadow::new).of(key(Order::orderDate), count())),
        orders()
            .groupBy("orderDate")
            .agg(expr("count(1)").as("n"))
            .filter("n > 1")
            // not selectExpr: Spark 4.0.0 leaves its mere renaming out of the canonical form
            .select(functions.col("orderDate").as("day"), functions.col("n").as("orderDate")));
  }

  private static Stage<Windowed> windowed(TimeWindow window) {
    return shop.orders()
        .eventTime(Order::placedAt, Duration.ofMinutes(5))
        .window(window)
        .groupBy(Order::customerId)
        .aggregate(
            row(Windowed::new).of(windowStart(), windowEnd(), key(Order::customerId), count()));
  }

  private static Dataset<Row> windowedByHand(Column window) {
    return orders()
        .groupBy(window.as("w"), expr("customerId"))
        .agg(expr("count(1)").as("orders"))
        .selectExpr("w.start as start", "w.end as end", "customerId", "orders");
  }

  @Test
  void tumblingWindow() {
    shop.assertSamePlan(
        windowed(tumbling(Duration.ofMinutes(10))),
        windowedByHand(window(expr("placedAt"), "10 minutes")));
  }

  @Test
  void windowsThatStartLater() {
    shop.assertSamePlan(
        windowed(tumbling(Duration.ofMinutes(10)).startingAt(Duration.ofMinutes(3))),
        windowedByHand(window(expr("placedAt"), "10 minutes", "10 minutes", "3 minutes")));
  }

  @Test
  void slidingWindow() {
    shop.assertSamePlan(
        windowed(sliding(Duration.ofMinutes(10), Duration.ofMinutes(5))),
        windowedByHand(window(expr("placedAt"), "10 minutes", "5 minutes")));
  }

  @Test
  void sessionWindow() {
    shop.assertSamePlan(
        windowed(session(Duration.ofMinutes(10))),
        windowedByHand(session_window(expr("placedAt"), "10 minutes")));
  }
}
