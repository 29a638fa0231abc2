package dev.sluice.spark.compile;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
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
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aggregations are, once optimized, those written by hand. */
class AggregatePlansTest {

  record Daily(LocalDate orderDate, Long pieces, long orders, long customers, Double discount) {}

  record PerOrder(LocalDate orderDate, Double piecesAnOrder, long big) {}

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
