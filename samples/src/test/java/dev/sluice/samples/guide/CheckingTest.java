package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class CheckingTest extends Shop {

  @Test
  void validate() throws IOException {
    // #region validate
    record Sales(String country, double revenue, int orders) {}

    Stage<Sales> sales = orders
        .leftJoin(customers).on(Order::customerId).equalTo(Customer::customerId)
        .select((o, c) -> row(Sales::new).of(
            c.col(Customer::country),
            o.col(Order::quantity).times(o.col(Order::discount)),
            value(1)));
    sales.enrich(Sales.class, set(Sales::revenue).to(col(Sales::revenue).ln()))
        .sink("sales", Files.parquet(Sales.class, "/data/sales").overwrite());
    // #endregion

    var problems = assertThrows(PipelineException.class, pipeline::validate);
    Output.in("docs/guide/checking.md", "validate").shows(problems.getMessage());
  }

  @Test
  void check(SparkKit kit, SparkSession spark) throws IOException {
    record OldProduct(long productId, String product_name, String category, String price) {}
    Path folder = kit.directory();
    String in = folder.toString();
    kit.rows(OldProduct.class, new OldProduct(1, "tea", "drinks", "10"))
        .sink("products", Files.parquet(OldProduct.class, in + "/products").overwrite());
    kit.pipeline().run(spark);

    // #region check
    Pipeline pipeline = Pipeline.named("shop");
    pipeline.source("products", Files.parquet(Product.class, in + "/products"))
        .sink("copy", Files.parquet(Product.class, in + "/products/copy").errorIfExists());
    pipeline.source("customers", Files.csv(Customer.class, in + "/customers").header())
        .sink("customers", Files.parquet(Customer.class, in + "/customers_copy").errorIfExists());
    // #endregion

    var problems = assertThrows(PipelineException.class, () -> pipeline.check(spark));
    Output.in("docs/guide/checking.md", "check")
        .shows(
            problems
                .getMessage()
                .replace("file:" + folder, "/data")
                .replace(folder.toString(), "/data"));
  }

  @Test
  void describe() throws IOException {
    record Revenue(String category, double revenue) {}
    orders
        .clean("valid orders", rules -> rules
            .require("positive quantity", col(Order::quantity).gt(0)))
        .join(products).on(Order::productId).equalTo(Product::productId)
        .select((o, p) -> row(Revenue::new).of(
            p.col(Product::category),
            o.col(Order::quantity).times(p.col(Product::price))))
        .named("amounts")
        .groupBy(Revenue::category)
        .aggregate(row(Revenue::new).of(key(Revenue::category), sum(Revenue::revenue)))
        .sink("revenue", Files.parquet(Revenue.class, "/data/revenue").overwrite());

    // #region describe
    String text = pipeline.describe();
    String flowchart = pipeline.toMermaid();
    // #endregion

    Output.in("docs/guide/checking.md", "describe").shows(text);
    Output.in("docs/guide/checking.md", "mermaid").shows(flowchart);
  }

  @Test
  void tellsWhatHasChanged() throws IOException {
    Pipeline before = revenue(1);
    Pipeline after = revenue(2);

    // #region changed
    String json = after.plan().toJson();
    List<String> changes = after.plan().differencesFrom(before.plan());
    // #endregion

    Output.in("docs/guide/checking.md", "changed").shows(String.join("\n", changes) + "\n");
    assertThat(json).contains("\"call\" : \">=\"");
  }

  private static Pipeline revenue(int least) {
    Pipeline pipeline = Pipeline.named("shop");
    pipeline
        .source("orders", Files.parquet(Order.class, "/data/orders"))
        .filter(col(Order::quantity).ge(least)).named("orders that count")
        .sink("counted", Files.parquet(Order.class, "/data/counted").overwrite());
    return pipeline;
  }
}
// @formatter:on
