package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code at the top of the README. */
// @formatter:off: set by hand, as the README shows it
@SparkTest
class IdeaTest {

  // #region idea
  record Order(long orderId, long customerId, long productId, Integer quantity, Double discount, LocalDate orderDate) {}
  record Product(long productId, String productName, String category, double price) {}
  record Line(long orderId, long customerId, String productName, LocalDate orderDate, double amount) {}
  record DailySales(LocalDate orderDate, double revenue, long customers, double averageOrderValue) {}

  static Stage<DailySales> dailySales(Stage<Order> orders, Stage<Product> products) {
    return orders
        .clean("valid orders", rules -> rules
            .dedupe(Order::orderId)
            .fill(Order::discount).with(0.0)
            .require("positive quantity", col(Order::quantity).gt(0)))
        .join(products).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Line::new).of(
            o.col(Order::orderId), o.col(Order::customerId), p.col(Product::productName), o.col(Order::orderDate),
            o.col(Order::quantity).times(p.col(Product::price)).times(lit(1.0).minus(o.col(Order::discount)))))
        .groupBy(Line::orderDate)
        .aggregate(row(DailySales::new).of(
            key(Line::orderDate), sum(Line::amount), countDistinct(Line::customerId), avg(Line::amount)));
  }
  // #endregion

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final List<Order> ORDERS =
      List.of(
          new Order(1, 7, 1, 2, null, DAY),
          new Order(2, 8, 1, 1, 0.5, DAY),
          new Order(3, 8, 1, -1, 0.0, DAY));
  private static final List<Product> PRODUCTS = List.of(new Product(1, "tea", "drinks", 10.0));

  @Test
  void computesTheSalesOfADay(SparkKit kit) {
    assertThat(dailySales(kit.rows(Order.class, ORDERS), kit.rows(Product.class, PRODUCTS)))
        .hasRows(new DailySales(DAY, 25.0, 2, 12.5));
  }

  @Test
  void listsAllProblemsBeforeARun() throws IOException {
    Pipeline pipeline = Pipeline.named("shop");
    Stage<Order> orders = pipeline.source("orders", InMemory.rows(Order.class, ORDERS));
    Stage<Product> products = pipeline.source("products", InMemory.rows(Product.class, PRODUCTS));

    // #region problems
    record Priced(long orderId, String product, double amount) {}
    record Total(String product, double amount, long orders) {}

    Stage<Priced> priced = orders
        .leftJoin(products).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Priced::new).of(
            o.col(Order::orderId), p.col(Product::productName), p.col(Product::price)));
    Stage<Total> totals = priced
        .groupBy(Priced::orderId)
        .aggregate(row(Total::new).of(key(Priced::product), sum(Priced::amount), count()));
    totals.sink("totals", Files.parquet(Total.class, "/data/totals").overwrite());
    totals.sink("totals", Files.csv(Total.class, "/data/totals/csv").overwrite());
    // #endregion

    var problems = assertThrows(PipelineException.class, pipeline::validate);
    Output.in("README.md", "problems").shows(problems.getMessage());
  }
}
// @formatter:on
