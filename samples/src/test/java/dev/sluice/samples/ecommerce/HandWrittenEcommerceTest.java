package dev.sluice.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import dev.sluice.samples.LocalSpark;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.ecommerce.HandWrittenEcommerce.Style;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.ProductSales;
import dev.sluice.samples.ecommerce.model.RecentPurchase;
import dev.sluice.samples.ecommerce.model.Rfm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the job on five orders that can be checked by hand, and on generated ones. */
class HandWrittenEcommerceTest {
  private static final SparkSession SPARK = LocalSpark.session();

  @TempDir private static Path directory;

  @BeforeAll
  static void runsTheJob() {
    table(
        "orders",
        """
        (1L, 1L, 1L, 2, 0.25D, DATE'2024-01-05'), (1L, 1L, 1L, 2, 0.25D, DATE'2024-01-05'),
        (2L, 1L, 1L, NULL, NULL, DATE'2024-03-01'), (3L, 2L, 2L, 1, 0D, DATE'2024-01-05'),
        (4L, 9L, 9L, 1, 0D, DATE'2024-02-29'), (5L, 1L, 1L, 0, 0D, DATE'2024-03-09')
        AS t(order_id, customer_id, product_id, quantity, discount, order_date)\
        """);
    table(
        "products",
        """
        (1L, 'Red Lamp', 'Home', 4000D), (2L, 'Old Chair', NULL, NULL)
        AS t(product_id, product_name, category, price)\
        """);
    table(
        "customers",
        """
        (1L, 'Ada', 'GB', DATE'2023-01-01'), (2L, 'Chen', 'SE', DATE'2023-01-01')
        AS t(customer_id, name, country, since)\
        """);
    new HandWrittenEcommerce(Style.PLAIN, Optional.empty()).run(SPARK, path("in"), path("out"));
  }

  @Test
  void enrichesEachValidOrderOnce() {
    assertThat(rows(EcommerceOutput.ENRICHED_LINES, "order_id"))
        .containsExactly(
            "1,1,1,2,0.25,2024-01-05,Red Lamp,Home,4000.0,Ada,GB,6000.0,10000.0,VIP,2024,1",
            "1,2,1,1,0.0,2024-03-01,Red Lamp,Home,4000.0,Ada,GB,4000.0,10000.0,VIP,2024,3",
            "2,3,2,1,0.0,2024-01-05,Old Chair,Unknown,0.0,Chen,SE,0.0,0.0,Bronze,2024,1",
            "9,4,9,1,0.0,2024-02-29,null,Unknown,0.0,null,null,0.0,0.0,Bronze,2024,2");
  }

  @Test
  void sumsUpTheDays() {
    assertThat(rows(EcommerceOutput.DAILY_SALES, "order_date"))
        .containsExactly(
            "2024-01-05,6000.0,2,3000.0", "2024-02-29,0.0,1,0.0", "2024-03-01,4000.0,1,4000.0");
  }

  @Test
  void sumsUpTheProducts() {
    assertThat(rows(EcommerceOutput.PRODUCT_SALES, "product_id"))
        .containsExactly(
            "1,Red Lamp,Home,3,10000.0,1", "2,Old Chair,Unknown,1,0.0,1", "9,null,Unknown,1,0.0,1");
  }

  @Test
  void describesTheCustomers() {
    assertThat(rows(EcommerceOutput.CUSTOMER_PATTERNS, "customer_id"))
        .containsExactly(
            "1,VIP,2,10000.0,5000.0,2024-01-05,2024-03-01",
            "2,Bronze,1,0.0,0.0,2024-01-05,2024-01-05",
            "9,Bronze,1,0.0,0.0,2024-02-29,2024-02-29");
  }

  @Test
  void countsRecencyToTheDayAfterTheLastOrderReceived() {
    assertThat(rows(EcommerceOutput.RFM, "customer_id"))
        .containsExactly("1,9,2,10000.0", "2,65,1,0.0", "9,10,1,0.0");
  }

  @Test
  void followsTheCohorts() {
    assertThat(rows(EcommerceOutput.COHORT_RETENTION, "cohort_month", "month_number"))
        .containsExactly("2024-01-01,0,2,2,1.0", "2024-01-01,2,1,2,0.5", "2024-02-01,0,1,1,1.0");
  }

  @Test
  void ranksTheRecentPurchases() {
    assertThat(rows(EcommerceOutput.RECENT_PURCHASES, "customer_id", "purchase_rank"))
        .containsExactly(
            "1,1,2,2024-03-01,Red Lamp,4000.0",
            "1,2,1,2024-01-05,Red Lamp,6000.0",
            "2,1,3,2024-01-05,Old Chair,0.0",
            "9,1,4,2024-02-29,null,0.0");
  }

  @Test
  void writesTheColumnsOfTheOutputRecords() {
    Map<EcommerceOutput, Class<?>> records =
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
            (output, record) ->
                assertThat(read(output).columns())
                    .containsExactlyInAnyOrderElementsOf(
                        RecordType.of(record).components().stream()
                            .map(RecordComponentType::column)
                            .toList()));
  }

  @Test
  void givesTheSameRowsInEveryStyle() {
    new OrderGenerator(5_000, 1).write(SPARK, path("generated"));
    for (Style style : Style.values()) {
      new HandWrittenEcommerce(style, Optional.empty())
          .run(SPARK, path("generated"), path(style.name()));
    }

    assertThat(Stream.of(Style.TUTORIAL, Style.EXPERT))
        .allSatisfy(
            style ->
                assertThat(SameOutput.differences(SPARK, path("PLAIN"), path(style.name())))
                    .isEmpty());
  }

  private static void table(String name, String values) {
    SPARK.sql("SELECT * FROM VALUES " + values).write().parquet(path("in/" + name));
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }

  private static Dataset<Row> read(EcommerceOutput output) {
    return SPARK.read().parquet(output.in(path("out")));
  }

  private static List<String> rows(EcommerceOutput output, String key, String... keys) {
    return read(output).orderBy(key, keys).collectAsList().stream()
        .map(row -> row.mkString(","))
        .toList();
  }
}
