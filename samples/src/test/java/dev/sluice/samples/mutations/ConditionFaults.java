package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.StrExpr;
import dev.sluice.samples.ecommerce.Tiers;
import dev.sluice.testkit.SparkKit;
import java.util.List;

/** Slips in conditions: limits, their order, the case of texts. */
final class ConditionFaults {

  record Customer(long customerId, double spent) {}

  record Tier(long customerId, String tier) {}

  record Order(long orderId, String country) {}

  private ConditionFaults() {}

  static List<Mutation> all() {
    return List.of(
        tiers(
            "gt for ge at a limit",
            when(col(Customer::spent).gt(10_000)).then("VIP")
                .when(col(Customer::spent).gt(5_000)).then("Gold")
                .when(col(Customer::spent).gt(1_000)).then("Silver")
                .otherwise("Bronze"),
            cell("customerId=7", "tier", "\"Silver\"", "\"Bronze\"")),
        tiers(
            "the widest condition asked first",
            when(col(Customer::spent).ge(1_000)).then("Silver")
                .when(col(Customer::spent).ge(5_000)).then("Gold")
                .when(col(Customer::spent).ge(10_000)).then("VIP")
                .otherwise("Bronze"),
            cell("customerId=8", "tier", "\"VIP\"", "\"Silver\"")),
        Mutation.of("upper and lower case told apart")
            .given(ConditionFaults::orders)
            .right(orders -> orders.filter(col(Order::country).lower().eq("pt")))
            .wrong(orders -> orders.filter(col(Order::country).eq("pt")))
            .test(
                orders -> assertThat(orders)
                    .keyedBy(Order::orderId)
                    .hasRows(new Order(1, "PT"), new Order(2, "pt")))
            .finds(missing("Order[orderId=1, country=\"PT\"]")));
  }

  private static Mutation tiers(String fault, StrExpr<Customer> wrong, Finding finding) {
    return Mutation.of(fault)
        .given(kit -> kit.rows(Customer.class, new Customer(7, 1_000.0), new Customer(8, 10_000.5)))
        .right(customers -> tiers(customers, Tiers.expression(col(Customer::spent))))
        .wrong(customers -> tiers(customers, wrong))
        .test(
            tiers -> assertThat(tiers)
                .keyedBy(Tier::customerId)
                .hasRows(new Tier(7, "Silver"), new Tier(8, "VIP")))
        .finds(finding);
  }

  private static Stage<Tier> tiers(Stage<Customer> customers, StrExpr<Customer> tier) {
    return customers.select(row(Tier::new).of(col(Customer::customerId), tier));
  }

  private static Stage<Order> orders(SparkKit kit) {
    return kit.rows(Order.class, new Order(1, "PT"), new Order(2, "pt"), new Order(3, "DE"));
  }
}
