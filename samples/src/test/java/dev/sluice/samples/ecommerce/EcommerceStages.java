package dev.sluice.samples.ecommerce;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.samples.ecommerce.model.RecentPurchase;
import dev.sluice.samples.ecommerce.model.Rfm;
import java.util.Optional;

/** The stages of the e-commerce sample, for tests in other packages. */
public final class EcommerceStages {

  private EcommerceStages() {}

  /** Valid orders. */
  public static CheckedStage<Order> orders(Stage<Order> orders) {
    return Cleaning.orders(orders);
  }

  /** Valid products. */
  public static CheckedStage<Product> products(Stage<Product> products) {
    return Cleaning.products(products);
  }

  /** Orders with their product and their customer. */
  public static Stage<PricedLine> priced(
      Stage<Order> orders, Stage<Product> products, Stage<Customer> customers) {
    return Enrichment.priced(orders, products, customers);
  }

  /** Lines with the total and the tier of their customer. */
  public static Stage<EnrichedLine> enriched(Stage<PricedLine> lines) {
    return Enrichment.enriched(lines);
  }

  /** The sales of each day. */
  public static Stage<DailySales> dailySales(Stage<EnrichedLine> lines) {
    return Reports.dailySales(lines);
  }

  /** How each customer buys. */
  public static Stage<CustomerPattern> customerPatterns(Stage<EnrichedLine> lines) {
    return Reports.customerPatterns(lines);
  }

  /** Recency to the day after the last order of all, frequency and monetary value. */
  public static Stage<Rfm> rfm(Stage<CustomerPattern> customers) {
    return Reports.rfm(customers, Optional.empty());
  }

  /** The ten latest orders of each customer. */
  public static Stage<RecentPurchase> recentPurchases(Stage<EnrichedLine> lines) {
    return Reports.recentPurchases(lines);
  }
}
