package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.sluice.spark.compile.ParquetShop.Order;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where nothing is counted, a clean stage is, once optimized, the columns and filters written by
 * hand. The first clean stage after a source also requires a value in each component of primitive
 * type, which Parquet cannot promise, so the query by hand does.
 */
@Tag("smoke")
class CleanPlansTest {

  private static final String REQUIRED =
      "orderId is not null and customerId is not null and productId is not null";

  @TempDir
  static Path directory;

  private static ParquetShop shop;

  @BeforeAll
  static void write() {
    shop = ParquetShop.in(directory);
  }

  private static Dataset<Row> orders() {
    return shop.ordersByHand().filter(REQUIRED);
  }

  @Test
  void rules() {
    shop.assertSamePlan(
        shop.orders()
            .clean("checked", c -> c
                .require("has a quantity", col(Order::quantity).isNotNull())
                .require("positive quantity", col(Order::quantity).gt(0))
                .warn("paid", col(Order::status).eq("paid"))),
        orders().filter("quantity is not null").filter("quantity > 0"));
  }

  @Test
  void ruleThatNullKeeps() {
    shop.assertSamePlan(
        shop.orders()
            .clean("checked", c -> c.requireUnlessNull("discount", col(Order::discount).lt(1.0))),
        orders().filter("coalesce(discount < 1.0D, true)"));
  }

  @Test
  void fixes() {
    shop.assertSamePlan(
        shop.orders()
            .clean("fixed", c -> c
                .trim(Order::status)
                .fill(Order::discount).with(0.0)
                .set(Order::quantity).to(col(Order::quantity).abs())),
        orders()
            .withColumn("status", expr("trim(status)"))
            .withColumn("discount", expr("coalesce(discount, 0D)"))
            .withColumn("quantity", expr("abs(quantity)")));
  }

  @Test
  void fixesThenRules() {
    shop.assertSamePlan(
        shop.orders()
            .clean("fixed", c -> c
                .trim(Order::status)
                .require("new or paid", col(Order::status).in("new", "paid"))),
        orders().withColumn("status", expr("trim(status)")).filter("status in ('new', 'paid')"));
  }

  @Test
  void dedupe() {
    shop.assertSamePlan(
        shop.orders().clean("unique", c -> c.dedupe(Order::customerId)),
        orders().dropDuplicates("customerId"));
  }

  @Test
  void keepFirst() {
    shop.assertSamePlan(
        shop.orders()
            .clean("latest", c -> c.keepFirst(desc(Order::placedAt)).per(Order::customerId)),
        orders()
            .withColumn(
                "n", expr("row_number() over (partition by customerId order by placedAt desc)"))
            .filter(col("n").equalTo(1))
            .drop("n"));
  }
}
