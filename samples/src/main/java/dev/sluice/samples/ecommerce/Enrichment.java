package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.samples.ecommerce.model.Product;

/** Orders with their product, their customer and the customer's tier. */
final class Enrichment {

  private Enrichment() {}

  static Stage<EnrichedLine> enriched(Stage<PricedLine> lines) {
    DoubleExpr<PricedLine> customerTotal =
        over(partitionBy(PricedLine::customerId), sum(PricedLine::totalAmount));
    return lines
        .enrich(
            EnrichedLine.class,
            set(EnrichedLine::customerTotal).to(customerTotal),
            set(EnrichedLine::customerTier).to(Tiers.TIER.call(customerTotal)),
            set(EnrichedLine::year).to(col(PricedLine::orderDate).year().orElse(0)),
            set(EnrichedLine::month).to(col(PricedLine::orderDate).month().orElse(0)))
        .named("enriched lines");
  }

  static Stage<PricedLine> priced(
      Stage<Order> orders, Stage<Product> products, Stage<Customer> customers) {
    return orders
        .leftJoin(products)
        .on(Order::productId).equalTo(Product::productId)
        .leftJoin(customers)
        .on(Order::customerId).equalTo(Customer::customerId)
        .select(
            (o, p, c) -> {
              // a product that is not known has no price
              var price = p.col(Product::price).orElse(0.0);
              return row(PricedLine::new).of(
                  o.col(Order::orderId),
                  o.col(Order::customerId),
                  o.col(Order::productId),
                  o.col(Order::quantity),
                  o.col(Order::discount),
                  o.col(Order::orderDate),
                  p.col(Product::productName),
                  p.col(Product::category).orElse("Unknown"),
                  price,
                  c.col(Customer::name),
                  c.col(Customer::country),
                  o.col(Order::quantity)
                      .times(price)
                      .times(lit(1.0).minus(o.col(Order::discount))));
            })
        .named("priced lines");
  }
}
