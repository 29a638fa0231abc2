package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.testkit.RecordArbitrary;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProperties;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

// @formatter:off: set by hand, as the guide shows it
// #region properties
@SparkProperties
class CleaningPropertiesTest {

  record Order(long orderId, Integer quantity, String note) {}

  @Provide
  Arbitrary<List<Order>> orders() {
    return RecordArbitrary.of(Order.class)
        .set(Order::orderId).to(Arbitraries.longs().between(1, 5))
        .list().ofMaxSize(20);
  }

  @Property(tries = 20)
  void everyOrderIsAcceptedOrRejected(@ForAll("orders") List<Order> orders, SparkKit kit) {
    CheckedStage<Order> clean = kit.rows(Order.class, orders)
        .clean("valid orders", c -> c
            .require("has a quantity", col(Order::quantity).isNotNull())
            .require("positive quantity", col(Order::quantity).gt(0)));

    int accepted = clean.collect(kit.spark()).size();
    int rejected = clean.rejected().collect(kit.spark()).size();
    assertThat(accepted + rejected).isEqualTo(orders.size());
  }
}
// #endregion
// @formatter:on
