package dev.sluice.spark.compile;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.spark.rows.RecordRows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A small shop as Parquet files, read twice: as stages of a pipeline, and as datasets by hand, so
 * that the plans of both can be compared.
 */
final class ParquetShop {

  record Order(
      long orderId,
      long customerId,
      long productId,
      Integer quantity,
      Double discount,
      LocalDate orderDate,
      Instant placedAt,
      String status,
      @Precision(value = 12, scale = 2) BigDecimal paid) {}

  record Product(long productId, String productName, String category, double price) {}

  record Customer(
      long customerId,
      @ColumnName("full name") String name,
      @ColumnName("home.city") String city,
      Address address) {}

  record Address(String street, int zip) {}

  private final SparkSession spark = TestSpark.session();
  private final Pipeline pipeline = Pipeline.named("shop");
  private final Path directory;

  private ParquetShop(Path directory) {
    this.directory = directory;
  }

  /** Writes the files into an empty directory. */
  static ParquetShop in(Path directory) {
    ParquetShop shop = new ParquetShop(directory);
    LocalDate day = LocalDate.of(2024, 3, 1);
    Instant at = LocalDateTime.of(2024, 3, 1, 12, 30).toInstant(java.time.ZoneOffset.UTC);
    shop.write(
        "orders",
        Order.class,
        List.of(
            new Order(1, 1, 1, 2, null, day, at, " new ", new BigDecimal("10.50")),
            new Order(2, 1, 2, 1, 0.1, day.plusDays(1), at.plusSeconds(90), "paid", null),
            new Order(3, 2, 2, null, 0.2, day, at.plusSeconds(7200), "paid", BigDecimal.TEN)));
    shop.write(
        "products",
        Product.class,
        List.of(new Product(1, "pen", "office", 1.5), new Product(2, "cup", "kitchen", 4.0)));
    shop.write(
        "customers",
        Customer.class,
        List.of(
            new Customer(1, "Ann", "Bonn", new Address("Hill 1", 53111)),
            new Customer(2, "Bob", null, null)));
    return shop;
  }

  SparkSession spark() {
    return spark;
  }

  Stage<Order> orders() {
    return source("orders", Order.class);
  }

  Stage<Product> products() {
    return source("products", Product.class);
  }

  Stage<Customer> customers() {
    return source("customers", Customer.class);
  }

  /** The same files, read by hand. */
  Dataset<Row> ordersByHand() {
    return spark.read().parquet(path("orders"));
  }

  Dataset<Row> productsByHand() {
    return spark.read().parquet(path("products"));
  }

  Dataset<Row> customersByHand() {
    return spark.read().parquet(path("customers"));
  }

  /** Asserts that the stage is, to Spark's optimizer, the query written by hand. */
  void assertSamePlan(Stage<?> stage, Dataset<Row> byHand) {
    PlanAssertions.assertSamePlan(stage.toDataset(spark), byHand);
  }

  private <T extends Record> Stage<T> source(String name, Class<T> type) {
    return pipeline.source(name, Files.parquet(type, path(name)));
  }

  private <T extends Record> void write(String name, Class<T> type, List<T> rows) {
    RecordRows.dataset(spark, rows, type).write().parquet(path(name));
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }
}
