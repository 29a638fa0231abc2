package dev.sluice.spark.compile;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.nthValue;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.rank;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;

import dev.sluice.expr.AnalyticWindow;
import dev.sluice.spark.compile.ParquetShop.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analytic windows are, once optimized, those written by hand. */
@Tag("smoke")
class WindowPlansTest {

  record Ranked(long orderId, int position, int rank, LocalDate before) {}

  record Share(long orderId, Double share) {}

  record Moving(long orderId, Long pieces, Double near) {}

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
  void ranking() {
    AnalyticWindow<Order> window = partitionBy(Order::customerId).orderBy(desc(Order::placedAt));
    shop.assertSamePlan(
        shop.orders()
            .select(row(Ranked::new).of(
                col(Order::orderId),
                over(window, rowNumber()),
                over(window, rank()),
                over(window, lag(col(Order::orderDate))))),
        orders()
            .selectExpr(
                "orderId",
                "row_number() over (partition by customerId order by placedAt desc) as position",
                "rank() over (partition by customerId order by placedAt desc) as rank",
                "lag(orderDate) over (partition by customerId order by placedAt desc) as before"));
  }

  @Test
  void shareOfAPartition() {
    shop.assertSamePlan(
        shop.orders()
            .select(row(Share::new).of(
                col(Order::orderId),
                col(Order::quantity)
                    .dividedBy(
                        over(partitionBy(Order::customerId), sum(Order::quantity))))),
        orders()
            .selectExpr(
                "orderId", "quantity / sum(quantity) over (partition by customerId) as share"));
  }

  @Test
  void framesOfRowsAndOfARange() {
    AnalyticWindow<Order> rows =
        partitionBy(Order::customerId).orderBy(asc(Order::placedAt)).rowsBetween(-2, 0);
    AnalyticWindow<Order> range =
        partitionBy(Order::customerId).orderBy(asc(Order::orderId)).rangeBetween(-10, 10);
    shop.assertSamePlan(
        shop.orders()
            .select(row(Moving::new).of(
                col(Order::orderId),
                over(rows, sum(Order::quantity)),
                over(range, avg(Order::quantity)))),
        orders()
            .selectExpr(
                "orderId",
                "sum(quantity) over (partition by customerId order by placedAt"
                    + " rows between 2 preceding and current row) as pieces",
                "avg(quantity) over (partition by customerId order by orderId"
                    + " range between 10 preceding and 10 following) as near"));
  }

  @Test
  void framesOfTime() {
    record Week(long orderId, Long ofDays, Long ofHours) {}
    shop.assertSamePlan(
        shop.orders()
            .select(row(Week::new).of(
                col(Order::orderId),
                over(
                    orderBy(asc(Order::orderDate))
                        .rangeBetween(Duration.ofDays(-6), Duration.ZERO),
                    sum(Order::quantity)),
                over(
                    orderBy(desc(Order::placedAt))
                        .rangeBetween(Duration.ofHours(-1), Duration.ZERO),
                    sum(Order::quantity)))),
        orders()
            .selectExpr(
                "orderId",
                "sum(quantity) over (order by unix_date(orderDate)"
                    + " range between 6 preceding and current row) as ofDays",
                "sum(quantity) over (order by unix_micros(placedAt) desc"
                    + " range between 3600000000 preceding and current row) as ofHours"));
  }

  @Test
  void valuesOfOtherRowsWithoutNulls() {
    record Known(long orderId, Double before, Double second) {}
    AnalyticWindow<Order> byTime = partitionBy(Order::customerId).orderBy(asc(Order::placedAt));
    shop.assertSamePlan(
        shop.orders()
            .select(row(Known::new).of(
                col(Order::orderId),
                over(byTime, lag(Order::discount).ignoringNulls()),
                over(byTime, nthValue(col(Order::discount), 2).ignoringNulls()))),
        orders()
            .selectExpr(
                "orderId",
                "lag(discount) ignore nulls over (partition by customerId order by placedAt)"
                    + " as before",
                "nth_value(discount, 2) ignore nulls over (partition by customerId order by"
                    + " placedAt) as second"));
  }

  @Test
  void wholePartitionAndEverything() {
    record Counted(long orderId, long ofCustomer, long ofAll) {}
    AnalyticWindow<Order> all = partitionBy();
    shop.assertSamePlan(
        shop.orders()
            .select(row(Counted::new).of(
                col(Order::orderId),
                over(partitionBy(Order::customerId), count()),
                over(all, count()))),
        orders()
            .selectExpr(
                "orderId",
                "count(1) over (partition by customerId) as ofCustomer",
                "count(1) over () as ofAll"));
  }
}
