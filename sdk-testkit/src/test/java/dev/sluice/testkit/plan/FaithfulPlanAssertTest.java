package dev.sluice.testkit.plan;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProfile;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.plan.PlanShop.Order;
import dev.sluice.testkit.plan.PlanShop.Pair;
import dev.sluice.testkit.plan.PlanShop.Product;
import dev.sluice.testkit.plan.PlanShop.Sold;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same on several partitions. */
@SparkTest(profile = SparkProfile.FAITHFUL, conf = "spark.sql.autoBroadcastJoinThreshold=-1")
class FaithfulPlanAssertTest {

  private Stage<Order> orders;
  private Stage<Product> products;

  private static SparkKit files;

  @BeforeAll
  static void write(SparkKit kit) {
    files = kit;
    PlanShop.write(kit);
  }

  @BeforeEach
  void stages(SparkKit kit) {
    PlanShop shop = PlanShop.of(kit, files);
    orders = shop.orders();
    products = shop.products();
  }

  @Test
  void shufflesAreCounted() {
    assertThatPlan(PlanShop.lines(orders, products)).hasShuffles(2);
    assertThatThrownBy(() -> assertThatPlan(PlanShop.lines(orders, products)).hasAtMostShuffles(1))
        .hasMessageContaining("expected at most 1 shuffle, found 2")
        .hasMessageContaining("Exchange hashpartitioning(productId, 8)");
  }

  @Test
  void reusedExchangesAreFollowed() {
    Stage<Sold> sold = PlanShop.sold(orders);
    Stage<Pair> pairs =
        sold.join(sold)
            .on(Sold::productId).equalTo(Sold::productId)
            .select((a, b) -> row(Pair::new).of(a.col(Sold::productId), b.col(Sold::productId)));
    assertThatPlan(pairs).hasShuffles(1).evaluatesOnce(orders).scanOf(orders).isScannedOnce();
    assertThatThrownBy(() -> assertThatPlan(pairs).evaluatesOnce(sold))
        .hasMessageContaining("once, found it 2 times");
  }

  @Test
  void broadcastsThatAreDecidedAtRunTimeAreSeen(SparkSession spark) {
    Stage<Product> few = products.filter(col(Product::name).length().lt(10));
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "600");
    assertThatPlan(PlanShop.lines(orders, few)).broadcastsBySize(products).doesNotBroadcast(orders);
  }

  @Test
  void scansAreSeen() {
    assertThatPlan(PlanShop.sold(orders.filter(col(Order::quantity).gt(1))))
        .hasNoUdf()
        .scanOf(orders)
        .pushesDown(col(Order::quantity).gt(1))
        .readsColumns(Order::productId, Order::quantity);
  }
}
