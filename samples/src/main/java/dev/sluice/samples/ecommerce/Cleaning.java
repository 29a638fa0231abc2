package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.Product;

/** Valid orders, products and customers from the dirty ones. */
final class Cleaning {

  private Cleaning() {}

  static CheckedStage<Order> orders(Stage<Order> orders) {
    return orders.clean("valid orders", c -> c
        .dedupe(Order::orderId)
        .fill(Order::quantity).with(1)
        .fill(Order::discount).with(0.0)
        .require("positive quantity", col(Order::quantity).gt(0)));
  }

  static CheckedStage<Product> products(Stage<Product> products) {
    return products.clean("valid products", c -> c
        .dedupe(Product::productId)
        .fill(Product::price).with(0.0)
        .fill(Product::category).with("Unknown"));
  }

  static CheckedStage<Customer> customers(Stage<Customer> customers) {
    return customers.clean("valid customers", c -> c.dedupe(Customer::customerId));
  }
}
