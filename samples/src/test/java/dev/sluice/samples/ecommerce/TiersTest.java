package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.InMemory;
import dev.sluice.samples.LocalSpark;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TiersTest {

  private record Customer(double spent) {}

  private record Tier(String byFunction, String byExpression) {}

  @Test
  void theExpressionSaysTheSameAsTheFunctionAroundEveryLimit() {
    List<Customer> customers =
        DoubleStream.of(0, 999.99, 1_000, 4_999.99, 5_000, 9_999.99, 10_000, 1e9)
            .mapToObj(Customer::new)
            .toList();

    List<Tier> tiers =
        Pipeline.named("tiers")
            .source("customers", InMemory.rows(Customer.class, customers))
            .select(
                row(Tier::new)
                    .of(
                        Tiers.TIER.call(col(Customer::spent)),
                        Tiers.expression(col(Customer::spent))))
            .collect(LocalSpark.session());

    assertThat(tiers)
        .allMatch(tier -> tier.byFunction().equals(tier.byExpression()))
        .extracting(Tier::byFunction)
        .containsExactly("Bronze", "Bronze", "Silver", "Silver", "Gold", "Gold", "VIP", "VIP");
  }
}
