package dev.sluice.testkit.plan;

import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.record.ColumnName;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Parquet files whose plans are looked at. */
final class PlanShop {

  record Order(long orderId, long productId, @ColumnName("pieces") Integer quantity, String day) {}

  record Product(long productId, String name, double price) {}

  record Line(long orderId, String name, double price) {}

  record Sold(long productId, Long pieces) {}

  record Pair(long first, long second) {}

  static final long ORDERS = 500;

  private final SparkKit kit;
  private final SparkKit files;

  private PlanShop(SparkKit kit, SparkKit files) {
    this.kit = kit;
    this.files = files;
  }

  /** Stages of one kit over the files of another. */
  static PlanShop of(SparkKit kit, SparkKit files) {
    return new PlanShop(kit, files);
  }

  /** Writes the files into the kit's directory. */
  static void write(SparkKit kit) {
    List<Order> orders =
        LongStream.range(0, ORDERS)
            .mapToObj(i -> new Order(i, i % 20, (int) (i % 7), "day " + (1 + i % 3)))
            .toList();
    List<Product> products =
        LongStream.range(0, 20).mapToObj(i -> new Product(i, "product " + i, i)).toList();
    RecordRows.dataset(kit.spark(), orders, Order.class)
        .write()
        .partitionBy("day")
        .parquet(kit.path("orders"));
    RecordRows.dataset(kit.spark(), products, Product.class).write().parquet(kit.path("products"));
  }

  Stage<Order> orders() {
    return orders("orders");
  }

  Stage<Order> orders(String name) {
    return kit.pipeline().source(name, Files.parquet(Order.class, files.path("orders")));
  }

  Stage<Product> products() {
    return products("products");
  }

  Stage<Product> products(String name) {
    return kit.pipeline().source(name, Files.parquet(Product.class, files.path("products")));
  }

  Dataset<Row> ordersByHand() {
    return kit.spark().read().parquet(files.path("orders"));
  }

  static Stage<Line> lines(Stage<Order> orders, Stage<Product> products) {
    return orders
        .join(products)
        .on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Line::new)
            .of(o.col(Order::orderId), p.col(Product::name), p.col(Product::price)));
  }

  static Stage<Sold> sold(Stage<Order> orders) {
    return orders
        .groupBy(Order::productId)
        .aggregate(row(Sold::new).of(key(Order::productId), sum(Order::quantity)));
  }
}
