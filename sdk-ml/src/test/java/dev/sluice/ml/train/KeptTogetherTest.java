package dev.sluice.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Clicks;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** A customer's rows train together or test together, and are left out together when learners are tried. */
class KeptTogetherTest {

  record Customer(String id, double age) {}

  record Bought(Customer customer, boolean again, int number) {}

  private static final int CUSTOMERS = 200;

  private static Dataset<Row> flat(Split<Bought> split) {
    Stage<Bought> bought =
        Pipeline.named("shop")
            .source(
                "bought",
                InMemory.rows(
                    Bought.class,
                    IntStream.range(0, 2_000)
                        .mapToObj(
                            i -> new Bought(
                                new Customer("c" + i % CUSTOMERS, i % CUSTOMERS),
                                i % 3 == 0,
                                i))
                        .toList()));
    TrainingSpec spec =
        Ml.model("again", Features.of(Customer.class).number(Customer::age).anyRange())
            .from(bought, Bought::customer)
            .label(Bought::again)
            .split(split)
            .spec();
    return new TrainingColumns(spec, Bought.class).of(bought.toDataset(Clicks.spark()));
  }

  /** How many different values a column has of a customer, whose age is none other's. */
  private static long mostOfACustomer(Dataset<Row> flat, String column) {
    return flat
        .groupBy("age")
        .agg(functions.countDistinct(column).as("values"))
        .agg(functions.max("values"))
        .head()
        .getLong(0);
  }

  @Test
  void byTheKeyOfTheSplit() {
    Dataset<Row> flat = flat(Split.byKey(Bought::customer, Customer::id, 0.8));

    assertThat(mostOfACustomer(flat, TrainingColumns.TRAINS)).isEqualTo(1);
    assertThat(mostOfACustomer(flat, TrainingColumns.GROUP)).isEqualTo(1);
    assertThat(flat.select(TrainingColumns.TRAINS).distinct().count()).isEqualTo(2);
  }

  @Test
  void atRandomEachRowIsOnItsOwn() {
    Dataset<Row> flat = flat(Split.random(0.8));

    assertThat(mostOfACustomer(flat, TrainingColumns.GROUP)).isEqualTo(10);
  }
}
