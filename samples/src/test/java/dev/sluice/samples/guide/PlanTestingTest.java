package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunReport;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProfile;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

// @formatter:off: set by hand, as the guide shows it
@SparkTest(profile = SparkProfile.FAITHFUL)
class PlanTestingTest {

  // #region records
  record Sale(long saleId, long productId, int quantity, String note) {}
  record Product(long productId, String category, double price) {}
  record Revenue(String category, double revenue) {}
  // #endregion

  private Stage<Sale> sales;
  private Stage<Product> products;
  private Stage<Revenue> revenue;

  @BeforeEach
  void stages(SparkKit kit) {
    kit.rows(Sale.class, new Sale(1, 1, 2, ""), new Sale(2, 2, 1, ""), new Sale(3, 3, 4, ""))
        .toDataset(kit.spark()).write().parquet(kit.path("sales"));
    kit.rows(Product.class, new Product(1, "drinks", 10.0), new Product(2, "drinks", 5.0), new Product(3, "food", 0.5))
        .toDataset(kit.spark()).write().parquet(kit.path("products"));
    sales = kit.pipeline().source("sales", Files.parquet(Sale.class, kit.path("sales")));
    products = kit.pipeline().source("products", Files.parquet(Product.class, kit.path("products")));
    // #region revenue
    revenue = sales
        .filter(col(Sale::quantity).gt(0))
        .join(products.broadcast()).on(Sale::productId).equalTo(Product::productId)
        .select((s, p) -> row(Revenue::new).of(
            p.col(Product::category), s.col(Sale::quantity).times(p.col(Product::price))))
        .groupBy(Revenue::category)
        .aggregate(row(Revenue::new).of(key(Revenue::category), sum(Revenue::revenue)));
    // #endregion
  }

  private static void shows(String name, Executable assertion) throws IOException {
    AssertionError failure = assertThrows(AssertionError.class, assertion);
    Output.in("docs/guide/test-assertions.md", name).shows(failure.getMessage());
  }

  private static void begins(String name, Executable assertion) throws IOException {
    AssertionError failure = assertThrows(AssertionError.class, assertion);
    Output.in("docs/guide/test-assertions.md", name).shows(failure.getMessage().lines().findFirst().orElseThrow());
  }

  @Test
  void plans() {
    // #region plans
    assertThatPlan(revenue)
        .hasShuffles(1)
        .broadcasts(products)
        .hasNoUdf()
        .evaluatesOnce(sales)
        .scanOf(sales)
        .pushesDown(col(Sale::quantity).gt(0))
        .readsColumns(Sale::productId, Sale::quantity)
        .isScannedOnce();
    // #endregion
  }

  @Test
  void shuffles() throws IOException {
    shows("plan-shuffles", () -> {
        // #region shuffles
        assertThatPlan(revenue).hasNoShuffle();
        // #endregion
    });
  }

  @Test
  void broadcasts() throws IOException {
    shows("plan-broadcasts", () -> {
        // #region broadcasts
        assertThatPlan(revenue).broadcasts(sales);
        // #endregion
    });
    begins("plan-does-not-broadcast", () -> {
        // #region does-not-broadcast
        assertThatPlan(revenue).doesNotBroadcast(products);
        // #endregion
    });
  }

  @Test
  void scans(SparkKit kit) throws IOException {
    shows("plan-pushes-down", () -> {
        // #region pushes-down
        assertThatPlan(revenue).scanOf(sales).pushesDown(col(Sale::quantity).gt(1));
        // #endregion
    });
    begins("plan-reads-columns", () -> {
        // #region reads-columns
        assertThatPlan(revenue).scanOf(products).readsColumns(Product::productId, Product::category);
        // #endregion
    });
    // #region texts
    Stage<Product> texts = kit.csv(Product.class, """
        productId,category,price
        1,drinks,10.0
        """);
    Stage<Product> cheap = texts.filter(col(Product::price).lt(20.0));
    // #endregion
    begins("plan-texts", () -> {
        // #region texts-wrong
        assertThatPlan(cheap).scanOf(texts).pushesDown(col(Product::price).lt(20.0));
        // #endregion
    });
  }

  @Test
  void evaluations() throws IOException {
    // #region twice
    Stage<Sale> both = sales.filter(col(Sale::quantity).gt(1))
        .union(sales.filter(col(Sale::note).eq("urgent")));
    // #endregion
    shows("plan-evaluates-once", () -> {
        // #region evaluates-once
        assertThatPlan(both).evaluatesOnce(sales);
        // #endregion
    });
    begins("plan-scanned-once", () -> {
        // #region scanned-once
        assertThatPlan(both).scanOf(sales).isScannedOnce();
        // #endregion
    });
  }

  @Test
  void udfs() throws IOException {
    // #region udf
    Udf<String, String> shout = udf("shout", String.class, String.class, String::toUpperCase);
    Stage<Product> loud = products
        .enrich(Product.class, set(Product::category).to(shout.call(col(Product::category))));
    // #endregion
    shows("plan-no-udf", () -> {
        // #region no-udf
        assertThatPlan(loud).hasNoUdf();
        // #endregion
    });
  }

  @Test
  void samePlan(SparkKit kit, SparkSession spark) throws IOException {
    Stage<Sale> many = sales.filter(col(Sale::quantity).gt(1));
    String path = kit.path("sales");
    // #region by-hand
    Dataset<Row> byHand = spark.read().parquet(path).where("quantity > 1");

    assertThatPlan(many).hasSamePlanAs(byHand);
    // #endregion
    shows("plan-same", () -> {
        // #region by-hand-wrong
        assertThatPlan(many).hasSamePlanAs(byHand.where("note <> ''"));
        // #endregion
    });
  }

  @Test
  void runs(SparkKit kit, SparkSession spark) throws IOException {
    sales.filter(col(Sale::quantity).gt(1)).sink("many", InMemory.sink(Sale.class));
    sales.filter(col(Sale::note).eq("urgent")).sink("urgent", InMemory.sink(Sale.class));
    RunReport report = kit.pipeline().run(spark);
    begins("plan-read-once", () -> {
        // #region read-once
        assertThat(report).readOnce("sales");
        // #endregion
    });
  }
}
// @formatter:on
