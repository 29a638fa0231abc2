package dev.sluice.samples.ecommerce;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.ecommerce.HandWrittenEcommerce.Style;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.ProductSales;
import dev.sluice.samples.ecommerce.model.RecentPurchase;
import dev.sluice.samples.ecommerce.model.Rfm;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the job on five orders that can be checked by hand, and on generated ones. */
@SparkTest
class HandWrittenEcommerceTest {
  private static final LocalDate JANUARY_5 = LocalDate.of(2024, 1, 5);
  private static final LocalDate FEBRUARY_29 = LocalDate.of(2024, 2, 29);
  private static final LocalDate MARCH_1 = LocalDate.of(2024, 3, 1);

  private final SparkKit kit;

  HandWrittenEcommerceTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void runsTheJob(SparkKit kit) {
    table(
        kit,
        "orders",
        """
        (1L, 1L, 1L, 2, 0.25D, DATE'2024-01-05'), (1L, 1L, 1L, 2, 0.25D, DATE'2024-01-05'),
        (2L, 1L, 1L, NULL, NULL, DATE'2024-03-01'), (3L, 2L, 2L, 1, 0D, DATE'2024-01-05'),
        (4L, 9L, 9L, 1, 0D, DATE'2024-02-29'), (5L, 1L, 1L, 0, 0D, DATE'2024-03-09')
        AS t(order_id, customer_id, product_id, quantity, discount, order_date)\
        """);
    table(
        kit,
        "products",
        """
        (1L, 'Red Lamp', 'Home', 4000D), (2L, 'Old Chair', NULL, NULL)
        AS t(product_id, product_name, category, price)\
        """);
    table(
        kit,
        "customers",
        """
        (1L, 'Ada', 'GB', DATE'2023-01-01'), (2L, 'Chen', 'SE', DATE'2023-01-01')
        AS t(customer_id, name, country, since)\
        """);
    new HandWrittenEcommerce(Style.PLAIN, Optional.empty())
        .run(kit.spark(), kit.path("in"), kit.path("out"));
  }

  @Test
  void enrichesEachValidOrderOnce() {
    assertThat(read(EcommerceOutput.ENRICHED_LINES), EnrichedLine.class)
        .keyedBy(EnrichedLine::orderId)
        .hasRows(
            new EnrichedLine(
                1,
                1,
                1,
                2,
                0.25,
                JANUARY_5,
                "Red Lamp",
                "Home",
                4000,
                "Ada",
                "GB",
                6000,
                10000,
                "VIP",
                2024,
                1),
            new EnrichedLine(
                2,
                1,
                1,
                1,
                0,
                MARCH_1,
                "Red Lamp",
                "Home",
                4000,
                "Ada",
                "GB",
                4000,
                10000,
                "VIP",
                2024,
                3),
            new EnrichedLine(
                3,
                2,
                2,
                1,
                0,
                JANUARY_5,
                "Old Chair",
                "Unknown",
                0,
                "Chen",
                "SE",
                0,
                0,
                "Bronze",
                2024,
                1),
            new EnrichedLine(
                4,
                9,
                9,
                1,
                0,
                FEBRUARY_29,
                null,
                "Unknown",
                0,
                null,
                null,
                0,
                0,
                "Bronze",
                2024,
                2));
  }

  @Test
  void sumsUpTheDays() {
    assertThat(read(EcommerceOutput.DAILY_SALES), DailySales.class)
        .keyedBy(DailySales::orderDate)
        .hasRows(
            new DailySales(JANUARY_5, 6000, 2, 3000),
            new DailySales(FEBRUARY_29, 0, 1, 0),
            new DailySales(MARCH_1, 4000, 1, 4000));
  }

  @Test
  void sumsUpTheProducts() {
    assertThat(read(EcommerceOutput.PRODUCT_SALES), ProductSales.class)
        .keyedBy(ProductSales::productId)
        .hasRows(
            new ProductSales(1, "Red Lamp", "Home", 3, 10000, 1),
            new ProductSales(2, "Old Chair", "Unknown", 1, 0, 1),
            new ProductSales(9, null, "Unknown", 1, 0, 1));
  }

  @Test
  void describesTheCustomers() {
    assertThat(read(EcommerceOutput.CUSTOMER_PATTERNS), CustomerPattern.class)
        .keyedBy(CustomerPattern::customerId)
        .hasRows(
            new CustomerPattern(1, "VIP", 2, 10000, 5000, JANUARY_5, MARCH_1),
            new CustomerPattern(2, "Bronze", 1, 0, 0, JANUARY_5, JANUARY_5),
            new CustomerPattern(9, "Bronze", 1, 0, 0, FEBRUARY_29, FEBRUARY_29));
  }

  @Test
  void countsRecencyToTheDayAfterTheLastOrderReceived() {
    assertThat(read(EcommerceOutput.RFM), Rfm.class)
        .keyedBy(Rfm::customerId)
        .hasRows(new Rfm(1, 9, 2, 10000), new Rfm(2, 65, 1, 0), new Rfm(9, 10, 1, 0));
  }

  @Test
  void followsTheCohorts() {
    LocalDate january = LocalDate.of(2024, 1, 1);
    LocalDate february = LocalDate.of(2024, 2, 1);

    assertThat(read(EcommerceOutput.COHORT_RETENTION), CohortRetention.class)
        .keyedBy(CohortRetention::cohortMonth, CohortRetention::monthNumber)
        .hasRows(
            new CohortRetention(january, 0, 2, 2, 1),
            new CohortRetention(january, 2, 1, 2, 0.5),
            new CohortRetention(february, 0, 1, 1, 1));
  }

  @Test
  void ranksTheRecentPurchases() {
    assertThat(read(EcommerceOutput.RECENT_PURCHASES), RecentPurchase.class)
        .keyedBy(RecentPurchase::customerId, RecentPurchase::purchaseRank)
        .hasRows(
            new RecentPurchase(1, 1, 2, MARCH_1, "Red Lamp", 4000),
            new RecentPurchase(1, 2, 1, JANUARY_5, "Red Lamp", 6000),
            new RecentPurchase(2, 1, 3, JANUARY_5, "Old Chair", 0),
            new RecentPurchase(9, 1, 4, FEBRUARY_29, null, 0));
  }

  @Test
  void writesTheColumnsOfTheOutputRecords() {
    Map<EcommerceOutput, Class<? extends Record>> records =
        Map.of(
            EcommerceOutput.ENRICHED_LINES, EnrichedLine.class,
            EcommerceOutput.DAILY_SALES, DailySales.class,
            EcommerceOutput.PRODUCT_SALES, ProductSales.class,
            EcommerceOutput.CUSTOMER_PATTERNS, CustomerPattern.class,
            EcommerceOutput.RFM, Rfm.class,
            EcommerceOutput.COHORT_RETENTION, CohortRetention.class,
            EcommerceOutput.RECENT_PURCHASES, RecentPurchase.class);

    assertThat(records)
        .hasSize(EcommerceOutput.values().length)
        .allSatisfy(
            (output, record) -> assertThatSchema(read(output)).ignoringNullability().ignoringOrder()
                .isOf(record));
  }

  @Test
  void givesTheSameRowsInEveryStyle() {
    new OrderGenerator(5_000, 1).write(kit.spark(), kit.path("generated"));
    for (Style style : Style.values()) {
      new HandWrittenEcommerce(style, Optional.empty())
          .run(kit.spark(), kit.path("generated"), kit.path(style.name()));
    }

    assertThat(Stream.of(Style.TUTORIAL, Style.EXPERT))
        .allSatisfy(
            style -> assertThat(
                SameOutput.differences(
                    kit.spark(), kit.path("PLAIN"), kit.path(style.name())))
                .isEmpty());
  }

  private static void table(SparkKit kit, String name, String values) {
    kit.spark().sql("SELECT * FROM VALUES " + values).write().parquet(kit.path("in/" + name));
  }

  private Dataset<Row> read(EcommerceOutput output) {
    return kit.spark().read().parquet(output.in(kit.path("out")));
  }
}
