package dev.sluice.samples.mutations;

import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.unexpected;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import java.util.List;

/** Slips where two stages are put together. */
final class UnionFaults {

  record Customer(long customerId, String name, String country) {}

  record Registers(Stage<Customer> shops, Stage<Customer> web) {}

  private static final Customer ADA = new Customer(7, "Ada", "PT");
  private static final Customer BEN = new Customer(8, "Ben", "DE");

  private UnionFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("a union that keeps duplicates")
            .given(UnionFaults::registers)
            .right(in -> in.shops().union(in.web()).distinct())
            .wrong(in -> in.shops().union(in.web()))
            .test(customers -> assertThat(customers).hasRows(ADA, BEN))
            .finds(
                unexpected(
                    "Customer[customerId=7, name=\"Ada\", country=\"PT\"] (expected 1, found 2)")),
        Mutation.of("a union of a stage with itself")
            .given(UnionFaults::registers)
            .right(in -> in.shops().union(in.web()).distinct())
            .wrong(in -> in.shops().union(in.shops()).distinct())
            .test(customers -> assertThat(customers).hasRows(ADA, BEN))
            .finds(missing("Customer[customerId=8, name=\"Ben\", country=\"DE\"]")));
  }

  private static Registers registers(SparkKit kit) {
    return new Registers(kit.rows(Customer.class, ADA), kit.rows(Customer.class, ADA, BEN));
  }
}
