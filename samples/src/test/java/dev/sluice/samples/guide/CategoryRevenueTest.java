package dev.sluice.samples.guide;

// @formatter:off: set by hand, as the guide shows it
// #region first-test
import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.Test;

@SparkTest
class CategoryRevenueTest {

  record Sale(long productId, int quantity) {}
  record Product(long productId, String category, double price) {}
  record Revenue(String category, double revenue) {}

  static Stage<Revenue> revenue(Stage<Sale> sales, Stage<Product> products) {
    return sales
        .join(products).on(Sale::productId).equalTo(Product::productId)
        .select((s, p) -> row(Revenue::new).of(
            p.col(Product::category), s.col(Sale::quantity).times(p.col(Product::price))))
        .groupBy(Revenue::category)
        .aggregate(row(Revenue::new).of(key(Revenue::category), sum(Revenue::revenue)));
  }

  @Test
  void addsUpTheSalesOfACategory(SparkKit kit) {
    Stage<Sale> sales = kit.rows(Sale.class, new Sale(1, 2), new Sale(2, 1), new Sale(3, 4));
    Stage<Product> products = kit.csv(Product.class, """
        productId,category,price
        1,drinks,10.0
        2,drinks,5.0
        3,food,0.5
        """);

    assertThat(revenue(sales, products))
        .hasRows(new Revenue("drinks", 25.0), new Revenue("food", 2.0));
  }
}
// #endregion
// @formatter:on
