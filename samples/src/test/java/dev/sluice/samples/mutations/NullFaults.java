package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.coalesce;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.near;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import java.util.List;

/** Slips with NULLs, which javac and most test data know nothing of. */
final class NullFaults {

  record Customer(long customerId, String nickname, String name, String country) {}

  record Label(long customerId, String label) {}

  record Order(long orderId, double price, Double shipping) {}

  record Total(long orderId, Double total) {}

  record Review(long productId, Integer stars) {}

  record Rating(long productId, Double stars) {}

  private static final Customer ADA = new Customer(7, "Countess", "Ada", null);
  private static final Customer BEN = new Customer(8, null, "Ben", "DE");

  private NullFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("NULL lost by the opposite of eq")
            .given(NullFaults::customers)
            .right(
                customers -> customers.filter(col(Customer::country).eq("PT").orElse(false).not()))
            .wrong(customers -> customers.filter(col(Customer::country).eq("PT").not()))
            .test(
                customers -> assertThat(customers).keyedBy(Customer::customerId).hasRows(ADA, BEN))
            .finds(
                missing(
                    "Customer[customerId=7, nickname=\"Countess\", name=\"Ada\", country=null]")),
        Mutation.of("coalesce in the wrong order")
            .given(NullFaults::customers)
            .right(
                customers -> customers
                    .select(row(Label::new).of(
                        col(Customer::customerId),
                        coalesce(col(Customer::nickname), col(Customer::name)))))
            .wrong(
                customers -> customers
                    .select(row(Label::new).of(
                        col(Customer::customerId),
                        coalesce(col(Customer::name), col(Customer::nickname)))))
            .test(
                labels -> assertThat(labels).hasRows(new Label(7, "Countess"), new Label(8, "Ben")))
            .finds(near("Label[customerId=7", "label", "\"Countess\"", "\"Ada\"")),
        Mutation.of("a default forgotten in a sum")
            .given(kit -> kit.rows(Order.class, new Order(1, 10.0, null), new Order(2, 10.0, 2.5)))
            .right(
                orders -> orders
                    .select(row(Total::new).of(
                        col(Order::orderId),
                        col(Order::price).plus(col(Order::shipping).orElse(0.0)))))
            .wrong(
                orders -> orders
                    .select(row(Total::new)
                        .of(col(Order::orderId), col(Order::price).plus(col(Order::shipping)))))
            .test(
                totals -> assertThat(totals)
                    .keyedBy(Total::orderId)
                    .hasRows(new Total(1, 10.0), new Total(2, 12.5)))
            .finds(cell("orderId=1", "total", 10.0, null)),
        Mutation.of("NULL averaged as 0")
            .given(kit -> kit.rows(Review.class, new Review(3, 4), new Review(3, null)))
            .right(
                reviews -> reviews
                    .groupBy(Review::productId)
                    .aggregate(row(Rating::new).of(key(Review::productId), avg(Review::stars))))
            .wrong(
                reviews -> reviews
                    .groupBy(Review::productId)
                    .aggregate(row(Rating::new)
                        .of(key(Review::productId), avg(col(Review::stars).orElse(0)))))
            .test(
                ratings -> assertThat(ratings).keyedBy(Rating::productId)
                    .hasRows(new Rating(3, 4.0)))
            .finds(cell("productId=3", "stars", 4.0, 2.0)));
  }

  private static Stage<Customer> customers(SparkKit kit) {
    return kit.rows(Customer.class, ADA, BEN);
  }
}
