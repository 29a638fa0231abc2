package dev.sluice.samples.ecommerce;

import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SparkTest
class OrderGeneratorTest {
  private static final long ROWS = 100_000;

  private final SparkSession spark;
  private final OrderGenerator generator = new OrderGenerator(ROWS, 7);
  private final Dataset<Row> orders;

  OrderGeneratorTest(SparkSession spark) {
    this.spark = spark;
    this.orders = generator.orders(spark);
  }

  @BeforeAll
  static void keepsTheOrdersForAllTests(SparkSession spark) {
    new OrderGenerator(ROWS, 7).orders(spark).cache().count();
  }

  @AfterAll
  static void releasesTheOrders(SparkSession spark) {
    new OrderGenerator(ROWS, 7).orders(spark).unpersist();
  }

  @Test
  void givesTheSameRowsForTheSameSeedWhateverTheParallelism() {
    SparkSession wide = spark.newSession();
    wide.conf().set("spark.sql.leafNodeDefaultParallelism", 7);
    Dataset<Row> inSevenParts = new OrderGenerator(ROWS, 7).orders(wide);

    assertThat(inSevenParts.select(spark_partition_id()).distinct().count())
        .isEqualTo(2 * 7); // orders and copies
    assertThat(fingerprint(inSevenParts)).isEqualTo(fingerprint(orders));
  }

  @Test
  void givesOtherRowsForAnotherSeed() {
    assertThat(fingerprint(new OrderGenerator(ROWS, 8).orders(spark)))
        .isNotEqualTo(fingerprint(orders));
  }

  @Test
  void givesRowsOfTheSampleRecords() {
    assertThatSchema(orders).ignoringNullability().isOf(Order.class);
    assertThatSchema(generator.products(spark)).ignoringNullability().isOf(Product.class);
    assertThatSchema(generator.customers(spark)).ignoringNullability().isOf(Customer.class);
  }

  @Test
  void repeatsOnePercentOfTheRowsOfATableExactly() {
    assertThat(orders.distinct().count()).isEqualTo(ROWS);
    assertThat(orders.select("order_id").distinct().count()).isEqualTo(ROWS);
    assertThat(orders.count() - ROWS).isCloseTo(ROWS / 100, within(150L));
  }

  @Test
  void leavesOutQuantitiesAndDiscountsAndGetsSomeQuantitiesWrong() {
    assertThat(share("quantity IS NULL")).isCloseTo(0.02, within(0.003));
    assertThat(share("quantity <= 0")).isCloseTo(0.01, within(0.002));
    assertThat(share("discount IS NULL")).isCloseTo(0.05, within(0.005));
  }

  @Test
  void refersToProductsAndCustomersThatAreUnknown() {
    assertThat(share("product_id > " + generator.productCount())).isCloseTo(0.005, within(0.002));
    assertThat(share("customer_id > " + generator.customerCount())).isCloseTo(0.005, within(0.002));
  }

  @Test
  void leavesOutPricesAndCategoriesOfProducts() {
    Dataset<Row> products = new OrderGenerator(20_000_000, 7).products(spark);

    assertThat(share(products, "price IS NULL")).isCloseTo(0.03, within(0.01));
    assertThat(share(products, "category IS NULL")).isCloseTo(0.03, within(0.01));
  }

  @Test
  void sellsTheFirstProductMost() {
    double firstOfAHundred = share("product_id = 1");

    assertThat(firstOfAHundred).isGreaterThan(10 * share("product_id = 50"));
  }

  @Test
  void spreadsOrdersOverTwoYearsWithMoreBeforeChristmas() {
    assertThat(share("order_date BETWEEN DATE'2023-01-01' AND DATE'2024-12-31'")).isEqualTo(1.0);
    assertThat(share("year(order_date) = 2024 AND month(order_date) = 12"))
        .isGreaterThan(2 * share("year(order_date) = 2024 AND month(order_date) = 6"));
  }

  @Test
  void letsNobodyBuyBeforeRegistration() {
    Dataset<Row> early =
        orders
            .join(generator.customers(spark), "customer_id")
            .where(col("order_date").lt(col("since")));

    assertThat(early.isEmpty()).isTrue();
  }

  @Test
  void refusesToGenerateNothing() {
    assertThatThrownBy(() -> new OrderGenerator(0, 7)).hasMessage("Give at least 1 row, not 0");
  }

  private double share(String condition) {
    return share(orders, condition);
  }

  private static double share(Dataset<Row> rows, String condition) {
    return (double) rows.where(condition).count() / rows.count();
  }

  /** Equal for equal multisets of rows. */
  private static String fingerprint(Dataset<Row> rows) {
    return rows.selectExpr("xxhash64(struct(*)) AS hash")
        .agg(sum(col("hash").cast("decimal(38,0)")))
        .first()
        .mkString();
  }
}
