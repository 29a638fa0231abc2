package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

@SparkTest
class TiersTest {

  private record Customer(double spent) {}

  private record Tier(double spent, String byFunction, String byExpression) {}

  @Test
  void theExpressionSaysTheSameAsTheFunctionAroundEveryLimit(SparkKit kit) {
    List<Customer> customers =
        DoubleStream.of(0, 999.99, 1_000, 4_999.99, 5_000, 9_999.99, 10_000, 1e9)
            .mapToObj(Customer::new)
            .toList();

    Stage<Tier> tiers =
        kit.rows(Customer.class, customers)
            .select(row(Tier::new).of(
                col(Customer::spent),
                Tiers.TIER.call(col(Customer::spent)),
                Tiers.expression(col(Customer::spent))));

    assertThat(tiers)
        .keyedBy(Tier::spent)
        .hasRows(
            new Tier(0, "Bronze", "Bronze"),
            new Tier(999.99, "Bronze", "Bronze"),
            new Tier(1_000, "Silver", "Silver"),
            new Tier(4_999.99, "Silver", "Silver"),
            new Tier(5_000, "Gold", "Gold"),
            new Tier(9_999.99, "Gold", "Gold"),
            new Tier(10_000, "VIP", "VIP"),
            new Tier(1e9, "VIP", "VIP"));
  }
}
