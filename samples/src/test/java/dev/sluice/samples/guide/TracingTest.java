package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.RowTrace;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the section about traces. */
@SparkTest
class TracingTest {

  private static final String PAGE = "docs/guide/testing.md";

  // @formatter:off
  // #region pipeline
  record Sale(int saleId, String product, Integer quantity) {}
  record Product(String product, double price) {}
  record Revenue(String product, double revenue) {}

  static Stage<Revenue> revenue(Stage<Sale> sales, Stage<Product> products) {
    return sales
        .clean("valid sales", c -> c
            .dedupe(Sale::saleId)
            .fill(Sale::quantity).with(1)
            .require("positive quantity", col(Sale::quantity).gt(0)))
        .join(products).on(Sale::product).equalTo(Product::product)
        .select((s, p) -> row(Revenue::new).of(
            s.col(Sale::product), s.col(Sale::quantity).times(p.col(Product::price))))
        .groupBy(Revenue::product)
        .aggregate(row(Revenue::new).of(key(Revenue::product), sum(Revenue::revenue)));
  }
  // #endregion
  // @formatter:on

  private SparkKit kit;
  private CheckedStage<Sale> sales;
  private Stage<Revenue> revenue;

  @BeforeEach
  void inputs(SparkKit kit) {
    this.kit = kit;
    sales =
        kit.rows(
            Sale.class,
            new Sale(1, "pen", 2),
            new Sale(2, "Pen", 3),
            new Sale(3, "pen", 0),
            new Sale(4, "pen", null));
    revenue = revenue(sales, kit.rows(Product.class, new Product("pen", 1.5)));
  }

  @Test
  void aRowThatDoesNotMatch() throws IOException {
    // @formatter:off
    // #region missing
    System.out.println(kit.trace(revenue, new Sale(2, "Pen", 3)));
    // #endregion
    // @formatter:on
    RowTrace trace = kit.trace(revenue, new Sale(2, "Pen", 3));
    assertThat(trace.isMissing()).isTrue();
    Output.in(PAGE, "trace-missing").shows(trace.toString());
  }

  @Test
  void aRowThatBreaksARule() throws IOException {
    Output.in(PAGE, "trace-rejected").shows(kit.trace(revenue, new Sale(3, "pen", 0)).toString());
  }

  @Test
  void aRowThatArrives() throws IOException {
    RowTrace trace = kit.trace(revenue, new Sale(4, "pen", null));
    assertThat(trace.isMissing()).isFalse();
    Output.in(PAGE, "trace-arrived").shows(trace.toString());
  }
}
