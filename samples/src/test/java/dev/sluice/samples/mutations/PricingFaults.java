package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.samples.ecommerce.EcommerceStages;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;

/** Slips in the step of the e-commerce sample that brings orders, products, customers together. */
final class PricingFaults {

  record Shop(Stage<Order> orders, Stage<Product> products, Stage<Customer> customers) {}

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final Product PEN = new Product(3, "pen", "office", 10.0);
  private static final Product INK = new Product(4, "ink", null, 5.0);

  private PricingFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("an inner join for a left one")
            .given(PricingFaults::shop)
            .right(PricingFaults::priced)
            .wrong(
                shop -> shop.orders()
                    .join(shop.products())
                    .on(Order::productId).equalTo(Product::productId)
                    .leftJoin(shop.customers())
                    .on((o, p) -> o.col(Order::customerId)).equalTo(Customer::customerId)
                    .select(PricingFaults::line))
            .test(PricingFaults::hasAllLines)
            .finds(missing("PricedLine[orderId=3, customerId=4, productId=99")),
        Mutation.of("a join by another key of the same type")
            .given(PricingFaults::shop)
            .right(PricingFaults::priced)
            .wrong(
                shop -> shop.orders()
                    .leftJoin(shop.products())
                    .on(Order::productId).equalTo(Product::productId)
                    .leftJoin(shop.customers())
                    .on((o, p) -> o.col(Order::productId)).equalTo(Customer::customerId)
                    .select(PricingFaults::line))
            .test(PricingFaults::hasAllLines)
            .finds(cell("orderId=1", "customerName", "\"Ben\"", "\"Ada\"")),
        Mutation.of("duplicates left in the joined table")
            .given(kit -> shop(kit, PEN, INK, PEN))
            .right(
                shop -> EcommerceStages.priced(
                    shop.orders(), EcommerceStages.products(shop.products()), shop.customers()))
            .wrong(PricingFaults::priced)
            .test(PricingFaults::hasAllLines)
            .finds(unexpected("PricedLine[orderId=1, customerId=4, productId=3")),
        Mutation.of("two columns of the same type swapped")
            .given(PricingFaults::shop)
            .right(PricingFaults::priced)
            .wrong(
                shop -> priced(shop)
                    .enrich(
                        PricedLine.class,
                        set(PricedLine::productName).to(col(PricedLine::category)),
                        set(PricedLine::category).to(col(PricedLine::productName))))
            .test(PricingFaults::hasAllLines)
            .finds(cell("orderId=1", "productName", "\"pen\"", "\"office\"")),
        Mutation.of("a discount added, not taken off")
            .given(PricingFaults::shop)
            .right(PricingFaults::priced)
            .wrong(
                shop -> priced(shop)
                    .enrich(
                        PricedLine.class,
                        set(PricedLine::totalAmount).to(
                            col(PricedLine::quantity)
                                .times(col(PricedLine::price))
                                .times(lit(1.0).plus(col(PricedLine::discount))))))
            .test(PricingFaults::hasAllLines)
            .finds(cell("orderId=1", "totalAmount", 18.0, 22.0)));
  }

  private static Shop shop(SparkKit kit) {
    return shop(kit, PEN, INK);
  }

  private static Shop shop(SparkKit kit, Product... products) {
    return new Shop(
        EcommerceStages.orders(
            kit.rows(
                Order.class,
                new Order(1, 4, 3, 2, 0.1, DAY),
                new Order(2, 3, 4, 1, 0.0, DAY),
                new Order(3, 4, 99, 1, 0.0, DAY))),
        kit.rows(Product.class, products),
        kit.rows(
            Customer.class, new Customer(3, "Ada", "PT", DAY), new Customer(4, "Ben", "DE", DAY)));
  }

  private static Stage<PricedLine> priced(Shop shop) {
    return EcommerceStages.priced(shop.orders(), shop.products(), shop.customers());
  }

  private static <S> Projection<S, PricedLine> line(
      Side<S, Order> o, Side<S, Product> p, Side<S, Customer> c) {
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
        o.col(Order::quantity).times(price).times(lit(1.0).minus(o.col(Order::discount))));
  }

  private static void hasAllLines(Stage<PricedLine> lines) {
    assertThat(lines)
        .keyedBy(PricedLine::orderId)
        .hasRows(
            new PricedLine(1, 4, 3, 2, 0.1, DAY, "pen", "office", 10.0, "Ben", "DE", 18.0),
            new PricedLine(2, 3, 4, 1, 0.0, DAY, "ink", "Unknown", 5.0, "Ada", "PT", 5.0),
            new PricedLine(3, 4, 99, 1, 0.0, DAY, null, "Unknown", 0.0, "Ben", "DE", 0.0));
  }
}
