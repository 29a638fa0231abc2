package dev.sluice.samples.guide;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The small shop that all pages of the guide share: a pipeline with four stages to go on from. */
// @formatter:off: set by hand, as the guide shows it
@SparkTest
abstract class Shop {

  // #region records
  record Order(
      long orderId, long customerId, long productId, Integer quantity, Double discount, LocalDate orderDate,
      Instant placedAt, String note) {}

  record Product(long productId, String productName, String category, double price) {}

  record Customer(long customerId, String name, String country) {}

  record Line(long orderId, long customerId, String productName, LocalDate orderDate, double amount) {}
  // #endregion

  static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  static final LocalDate MAY_2 = LocalDate.of(2026, 5, 2);

  static final List<Order> ORDERS =
      List.of(
          new Order(1, 7, 1, 2, null, MAY_1, Instant.parse("2026-05-01T10:00:20Z"), " Gift "),
          new Order(2, 8, 2, 1, 0.5, MAY_1, Instant.parse("2026-05-01T10:00:50Z"), null),
          new Order(3, 7, 2, 10, 0.0, MAY_2, Instant.parse("2026-05-02T09:00:10Z"), "late"),
          new Order(4, 9, 3, null, 0.1, MAY_2, Instant.parse("2026-05-02T09:01:10Z"), ""));
  static final List<Product> PRODUCTS =
      List.of(new Product(1, "tea", "drinks", 10.0), new Product(2, "bread", "food", 4.0));
  static final List<Customer> CUSTOMERS =
      List.of(new Customer(7, "Ada", "PT"), new Customer(8, "Ben", "NO"));
  static final List<Line> LINES =
      List.of(
          new Line(1, 7, "tea", MAY_1, 20.0),
          new Line(2, 8, "bread", MAY_1, 2.0),
          new Line(3, 7, "bread", MAY_2, 40.0));

  final Pipeline pipeline = Pipeline.named("shop");
  final Stage<Order> orders = pipeline.source("orders", InMemory.rows(Order.class, ORDERS));
  final Stage<Product> products =
      pipeline.source("products", InMemory.rows(Product.class, PRODUCTS));
  final Stage<Customer> customers =
      pipeline.source("customers", InMemory.rows(Customer.class, CUSTOMERS));
  final Stage<Line> lines = pipeline.source("lines", InMemory.rows(Line.class, LINES));
}
// @formatter:on
