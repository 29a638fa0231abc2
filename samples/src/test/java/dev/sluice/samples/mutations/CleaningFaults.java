package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.says;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.Records.with;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.ecommerce.EcommerceStages;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;

/** Slips in the cleaning of orders: rules, fills, duplicates. */
final class CleaningFaults {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final Order GOOD = new Order(1, 7, 3, 2, 0.1, DAY);
  private static final Order GAPS = new Order(2, 7, 3, null, null, DAY);
  private static final Order NONE = new Order(3, 7, 3, 0, 0.1, DAY);
  private static final Order NEWER =
      with(GOOD).set(Order::orderDate).to(DAY.plusDays(1)).set(Order::quantity).to(5).build();

  private CleaningFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("ge for gt in a rule")
            .given(CleaningFaults::orders)
            .right(EcommerceStages::orders)
            .wrong(
                orders -> orders
                    .clean("valid orders", c -> c
                        .dedupe(Order::orderId)
                        .fill(Order::quantity).with(1)
                        .fill(Order::discount).with(0.0)
                        .require("positive quantity", col(Order::quantity).ge(0))))
            .test(CleaningFaults::areValid)
            .finds(unexpected("Order[orderId=3, customerId=7, productId=3, quantity=0")),
        Mutation.of("duplicates not removed")
            .given(CleaningFaults::orders)
            .right(EcommerceStages::orders)
            .wrong(
                orders -> orders
                    .clean("valid orders", c -> c
                        .fill(Order::quantity).with(1)
                        .fill(Order::discount).with(0.0)
                        .require("positive quantity", col(Order::quantity).gt(0))))
            .test(CleaningFaults::areValid)
            .finds(says("Order[orderId=1", " (expected 1, found 2)")),
        Mutation.of("a fill with the wrong value")
            .given(CleaningFaults::orders)
            .right(EcommerceStages::orders)
            .wrong(
                orders -> orders
                    .clean("valid orders", c -> c
                        .dedupe(Order::orderId)
                        .fill(Order::quantity).with(1)
                        .fill(Order::discount).with(1.0)
                        .require("positive quantity", col(Order::quantity).gt(0))))
            .test(CleaningFaults::areValid)
            .finds(cell("orderId=2", "discount", 0.0, 1.0)),
        Mutation.of("a fill after the rule that needs it")
            .given(CleaningFaults::orders)
            .right(EcommerceStages::orders)
            .wrong(
                orders -> orders
                    .clean("valid orders", c -> c
                        .dedupe(Order::orderId)
                        .require("positive quantity", col(Order::quantity).gt(0))
                        .fill(Order::quantity).with(1)
                        .fill(Order::discount).with(0.0)))
            .test(CleaningFaults::areValid)
            .finds(missing("Order[orderId=2, customerId=7, productId=3, quantity=1")),
        Mutation.of("a filter for a rule, rows lost without a reason")
            .given(CleaningFaults::orders)
            .right(EcommerceStages::orders)
            .wrong(
                orders -> orders
                    .filter(col(Order::quantity).orElse(1).gt(0))
                    .clean("valid orders", c -> c
                        .dedupe(Order::orderId)
                        .fill(Order::quantity).with(1)
                        .fill(Order::discount).with(0.0)))
            .test(CleaningFaults::areValid)
            .finds(says("did not reject Order[orderId=3", "")),
        Mutation.of("a fill of the wrong column")
            .given(kit -> kit.rows(Product.class, new Product(3, "pen", null, null)))
            .right(EcommerceStages::products)
            .wrong(
                products -> products
                    .clean("valid products", c -> c
                        .dedupe(Product::productId)
                        .fill(Product::price).with(0.0)
                        .fill(Product::productName).with("Unknown")))
            .test(
                products -> assertThat(products)
                    .keyedBy(Product::productId)
                    .hasRows(new Product(3, "pen", "Unknown", 0.0)))
            .finds(cell("productId=3", "category", "\"Unknown\"", "null")),
        Mutation.of("the oldest version kept, not the latest")
            .given(kit -> kit.rows(Order.class, GOOD, NEWER))
            .right(orders -> orders.keepFirst(desc(Order::orderDate)).per(Order::orderId))
            .wrong(orders -> orders.keepFirst(asc(Order::orderDate)).per(Order::orderId))
            .test(orders -> assertThat(orders).keyedBy(Order::orderId).hasRows(NEWER))
            .finds(cell("orderId=1", "quantity", 5, 2)),
        Mutation.of("duplicates found by the wrong key")
            .given(kit -> kit.rows(Order.class, GOOD, GOOD, GAPS))
            .right(orders -> orders.keepFirst(asc(Order::orderId)).per(Order::orderId))
            .wrong(orders -> orders.keepFirst(asc(Order::orderId)).per(Order::customerId))
            .test(orders -> assertThat(orders).keyedBy(Order::orderId).hasRows(GOOD, GAPS))
            .finds(missing("Order[orderId=2, customerId=7")));
  }

  private static Stage<Order> orders(SparkKit kit) {
    return kit.rows(Order.class, GOOD, GOOD, GAPS, NONE);
  }

  private static void areValid(CheckedStage<Order> orders) {
    assertThat(orders)
        .keyedBy(Order::orderId)
        .hasRows(GOOD, with(GAPS).set(Order::quantity).to(1).set(Order::discount).to(0.0).build())
        .rejects(NONE)
        .because("positive quantity");
  }
}
