package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.spark.compile.ParquetShop.Address;
import dev.sluice.spark.compile.ParquetShop.Customer;
import dev.sluice.spark.compile.ParquetShop.Order;
import dev.sluice.spark.compile.ParquetShop.Product;
import dev.sluice.spark.compile.PlanAssertions.Scan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scan of a Parquet file reads and skips, as Spark's physical plan says. */
@Tag("smoke")
class PushdownTest {

  record Amount(long orderId, Integer quantity) {}

  record Sold(long orderId, String productName) {}

  record PerCustomer(long customerId, Long pieces) {}

  record Zip(Integer zip) {}

  @TempDir
  static Path directory;

  private static ParquetShop shop;

  @BeforeAll
  static void write() {
    shop = ParquetShop.in(directory);
  }

  private static Scan scan(Stage<?> stage) {
    List<Scan> scans = PlanAssertions.scans(stage.toDataset(shop.spark()));
    assertThat(scans).hasSize(1);
    return scans.get(0);
  }

  @Test
  void filterIsGivenToTheScan() {
    Scan scan =
        scan(shop.orders().filter(col(Order::quantity).gt(1).and(col(Order::status).eq("paid"))));
    assertThat(scan.pushedFilters()).contains("GreaterThan(quantity,1)", "EqualTo(status,paid)");
  }

  @Test
  void filterAfterAProjectionIsGivenToTheScan() {
    Scan scan =
        scan(shop.orders().enrich(Amount.class).filter(col(Amount::quantity).between(1, 3)));
    assertThat(scan.pushedFilters())
        .contains("GreaterThanOrEqual(quantity,1)", "LessThanOrEqual(quantity,3)");
  }

  @Test
  void selectReadsItsColumnsAlone() {
    assertThat(
        scan(shop.orders()
            .select(row(Amount::new).of(col(Order::orderId), col(Order::quantity).abs())))
            .columns())
        .containsExactly("orderId", "quantity");
  }

  @Test
  void nestedRecordsAreReadInPart() {
    assertThat(
        scan(shop.customers()
            .select(row(Zip::new).of(col(Customer::address).col(Address::zip))))
            .schema())
        .isEqualTo("struct<address:struct<zip:int>>");
  }

  @Test
  void joinReadsTheColumnsOfKeysAndOutputs() {
    Dataset<Row> lines =
        shop.orders()
            .filter(col(Order::quantity).gt(1))
            .join(shop.products().filter(col(Product::category).eq("office")))
            .on(Order::productId).equalTo(Product::productId)
            .select((o, p) -> row(Sold::new).of(o.col(Order::orderId), p.col(Product::productName)))
            .toDataset(shop.spark());
    List<Scan> scans = PlanAssertions.scans(lines);
    assertThat(scans).hasSize(2);
    assertThat(scans.get(0).columns()).containsExactly("orderId", "productId", "quantity");
    assertThat(scans.get(0).pushedFilters())
        .contains("GreaterThan(quantity,1)", "IsNotNull(productId)");
    assertThat(scans.get(1).columns()).containsExactly("productId", "productName", "category");
    assertThat(scans.get(1).pushedFilters())
        .contains("EqualTo(category,office)", "IsNotNull(productId)");
  }

  private static Stage<PerCustomer> perCustomer(Stage<Order> orders) {
    return orders
        .groupBy(Order::customerId)
        .aggregate(row(PerCustomer::new).of(key(Order::customerId), sum(Order::quantity)));
  }

  @Test
  void aggregateReadsKeysAndArguments() {
    assertThat(scan(perCustomer(shop.orders())).columns())
        .containsExactly("customerId", "quantity");
  }

  private static Stage<Order> clean() {
    return shop.orders()
        .clean("checked", c -> c
            .fill(Order::discount).with(0.0)
            .require("positive quantity", col(Order::quantity).gt(0)));
  }

  @Test
  void rulesAreGivenToTheScan() {
    Scan scan = scan(perCustomer(clean()));
    assertThat(scan.pushedFilters()).contains("GreaterThan(quantity,0)", "IsNotNull(orderId)");
    assertThat(scan.columns()).containsExactly("orderId", "customerId", "productId", "quantity");
  }

  /** How a run compiles: with counting. */
  private static Scan scanOfARun(Stage<?> stage) {
    Observing counting =
        (rows, node, point, first, others) -> rows.observe(node.name() + point, first, others);
    Compilation run =
        new Compilation(
            shop.spark(),
            "shop",
            stage.node().upstream().toList(),
            Set.of(),
            counting,
            functions.current_timestamp());
    List<Scan> scans = PlanAssertions.scans(run.dataset(stage.node()));
    assertThat(scans).hasSize(1);
    return scans.get(0);
  }

  /**
   * The price of exact counts: a rule that rejects rows must see them, so the scan may not skip
   * them, and a fill is counted, so its column is read. Other columns are still pruned, and filters
   * of stages without rules still pushed.
   */
  @Test
  void aRunCountsRejectedRowsSoItsRulesAreNotGivenToTheScan() {
    Scan scan = scanOfARun(perCustomer(clean()));
    assertThat(scan.pushedFilters()).isEqualTo("[]");
    assertThat(scan.columns())
        .containsExactly("orderId", "customerId", "productId", "quantity", "discount");
  }

  @Test
  void aRunGivesFiltersBeforeACleanStageToTheScan() {
    Scan scan =
        scanOfARun(
            shop.orders()
                .filter(col(Order::status).eq("paid"))
                .clean("checked", c -> c.require("has", col(Order::quantity).isNotNull())));
    assertThat(scan.pushedFilters()).contains("EqualTo(status,paid)").doesNotContain("quantity");
  }

  /** A filter after it would take rows away from the count. */
  @Test
  void aRunKeepsFiltersAfterACleanStageAboveIt() {
    Scan scan = scanOfARun(clean().filter(col(Order::status).eq("paid")));
    assertThat(scan.pushedFilters()).isEqualTo("[]");
  }

  @Test
  void aRunGivesFiltersAroundACleanStageOfFixesAloneToTheScan() {
    Scan scan =
        scanOfARun(
            shop.orders()
                .enrich(Amount.class)
                .clean("fixed", c -> c.fill(Amount::quantity).with(0))
                .filter(col(Amount::orderId).gt(1)));
    assertThat(scan.pushedFilters()).contains("GreaterThan(orderId,1)");
  }

  @Test
  void aRunWithoutCleanStagesLosesNothing() {
    Stage<PerCustomer> stage = perCustomer(shop.orders().filter(col(Order::quantity).gt(1)));
    assertThat(scanOfARun(stage)).isEqualTo(scan(stage));
  }
}
