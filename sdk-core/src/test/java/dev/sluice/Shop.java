package dev.sluice;

import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.check.PlanValidator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Records and empty stages for tests of what is found before a pipeline runs. */
final class Shop {

  interface Identified {
    default long id() {
      return 0;
    }
  }

  record Address(String city, int zip) {}

  record Order(
      long orderId,
      long productId,
      Integer quantity,
      Double discount,
      double price,
      LocalDate orderDate,
      Instant placedAt,
      String note,
      Map<String, String> labels,
      Address address)
      implements Identified {

    double total() {
      return price;
    }
  }

  record Product(long productId, String productName, double price) {}

  record Total(double amount) {}

  record Name(String name) {}

  record Priced(long orderId, double total) {}

  private Shop() {}

  static Stage<Order> orders() {
    return Pipeline.named("shop").source("orders", InMemory.rows(Order.class, List.of()));
  }

  static Stage<Product> products(Stage<?> beside) {
    return beside.pipeline().source("products", InMemory.rows(Product.class, List.of()));
  }

  /** What is wrong with a stage and those before it. */
  static List<String> problems(Stage<?> stage) {
    return PlanValidator.problems(new Plan("shop", List.of(), List.of()), stage.node()).stream()
        .map(Problem::toString)
        .toList();
  }
}
