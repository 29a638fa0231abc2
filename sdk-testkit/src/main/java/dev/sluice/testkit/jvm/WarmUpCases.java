package dev.sluice.testkit.jvm;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uses what most tests use, so that its classes are loaded. */
@SparkTest
final class WarmUpCases {

  record Order(long id, String product, Integer quantity, LocalDate day, Instant at) {}

  record Product(String product, double price) {}

  record Line(long id, String product, double amount) {}

  record Total(String product, double amount, long orders) {}

  record Ranked(String product, long id, int rank) {}

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final List<Order> ORDERS =
      List.of(
          new Order(1, "pen", 2, DAY, Instant.EPOCH),
          new Order(2, "pen", 1, DAY, Instant.EPOCH),
          new Order(3, "ink", null, DAY, Instant.EPOCH));

  @Test
  void rowsInMemory(SparkKit kit) {
    CheckedStage<Order> valid =
        kit.rows(Order.class, ORDERS)
            .clean(
                "valid",
                c -> c.dedupe(Order::id).require("quantity", col(Order::quantity).isNotNull()));

    assertThat(valid).hasCount(2).hasRejectedCount(1);
    assertThat(totals(kit, valid)).hasRows(new Total("pen", 4.5, 2));
    assertThat(
        valid
            .select(row(Ranked::new).of(
                col(Order::product),
                col(Order::id),
                over(partitionBy(Order::product).orderBy(asc(Order::id)), rowNumber())))
            .sort(asc(Ranked::id)))
        .inOrder()
        .hasRows(new Ranked("pen", 1, 1), new Ranked("pen", 2, 2));
  }

  @Test
  void filesAndRuns(SparkKit kit) {
    CheckedStage<Product> products =
        kit.allowingMalformed().csv(Product.class, "product,price\npen,1.5\nink,x\n");
    kit.json(Product.class, "{\"product\": \"cup\", \"price\": 4}").sink("json", sink(kit, "json"));
    products.sink("products", sink(kit, "products"));
    totals(kit, kit.rows(Order.class, ORDERS.subList(0, 2)))
        .sink("totals", InMemory.sink(Total.class));

    assertThat(kit.pipeline().run(kit.spark())).succeeded().wroteRows("products", 1);
    assertThat(kit.source(Files.parquet(Product.class, kit.path("products"))).distinct())
        .hasRows(new Product("pen", 1.5));
  }

  private static dev.sluice.connect.Sink<Product> sink(SparkKit kit, String name) {
    return Files.parquet(Product.class, kit.path(name)).overwrite();
  }

  private static Stage<Total> totals(SparkKit kit, Stage<Order> orders) {
    return orders
        .join(kit.rows(Product.class, new Product("pen", 1.5)))
        .on(Order::product).equalTo(Product::product)
        .select((o, p) -> row(Line::new).of(
            o.col(Order::id),
            o.col(Order::product).orElse(""),
            o.col(Order::quantity).orElse(0).times(p.col(Product::price))))
        .groupBy(Line::product)
        .aggregate(row(Total::new).of(key(Line::product), sum(Line::amount), count()));
  }
}
