// @formatter:off: set by hand, as the README shows it
// #region job
package shop;

import static dev.sluice.Dsl.*;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Daily sales from files of orders. */
public final class ShopJob {

  record Order(long orderId, LocalDate day, String customer, Integer quantity, double price) {}

  record DailySales(LocalDate day, double revenue, long customers) {}

  static Stage<DailySales> dailySales(Stage<Order> orders) {
    return orders
        .clean("valid orders", rules -> rules
            .dedupe(Order::orderId)
            .require("positive quantity", col(Order::quantity).gt(0)))
        .groupBy(Order::day)
        .aggregate(row(DailySales::new).of(
            key(Order::day),
            sum(col(Order::quantity).times(col(Order::price))),
            countDistinct(Order::customer)));
  }

  static Pipeline pipeline(Source<Order> orders, Sink<DailySales> sales, Sink<Rejected> rejected) {
    Pipeline pipeline = Pipeline.named("shop");
    dailySales(pipeline.source("orders", orders)).sink("daily_sales", sales);
    return pipeline.quarantine(rejected);
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: ShopJob <orders.csv> <output folder>");
      System.exit(2);
    }
    Pipeline pipeline =
        pipeline(
            Files.csv(Order.class, args[0]).header(),
            Files.parquet(DailySales.class, args[1] + "/daily_sales").overwrite(),
            Files.json(Rejected.class, args[1] + "/rejected").overwrite());
    try (SparkSession spark = Sessions.submittedOrEmbedded("shop").getOrCreate()) {
      System.out.println(pipeline.run(spark).toText());
    }
  }
}
// #endregion
// @formatter:on
