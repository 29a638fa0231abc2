package dev.sluice.samples.tpch;

import java.util.List;

/** The 22 queries. */
final class Queries {

  private Queries() {}

  static List<Query> all() {
    return List.of(
        new Query(1, "pricing summary", PricingSummary::of),
        new Query(2, "minimum cost supplier", MinimumCostSupplier::of),
        new Query(3, "shipping priority", ShippingPriority::of),
        new Query(4, "order priority", OrderPriority::of),
        new Query(5, "local supplier volume", LocalSuppliers::of),
        new Query(6, "revenue forecast", RevenueForecast::of),
        new Query(7, "volume shipping", VolumeShipping::of),
        new Query(8, "market share", MarketShare::of),
        new Query(9, "product profit", ProductProfit::of),
        new Query(10, "returned items", ReturnedItems::of),
        new Query(11, "important stock", ImportantStock::of),
        new Query(12, "shipping modes", ShippingModes::of),
        new Query(13, "customer distribution", CustomerDistribution::of),
        new Query(14, "promotion effect", PromotionEffect::of),
        new Query(15, "top supplier", TopSupplier::of),
        new Query(16, "part supplier relations", PartSupplierRelations::of),
        new Query(17, "small quantity orders", SmallQuantityOrders::of),
        new Query(18, "large volume customers", LargeVolumeCustomers::of),
        new Query(19, "discounted revenue", DiscountedRevenue::of),
        new Query(20, "potential part promotion", PotentialPartPromotion::of),
        new Query(21, "waiting suppliers", WaitingSuppliers::of),
        new Query(22, "global sales", GlobalSales::of));
  }

  /**
   * The query of a name, such as q5.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query named(String name) {
    return all().stream()
        .filter(query -> query.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "there is no query '%s': they are q1 to q22".formatted(name)));
  }
}
