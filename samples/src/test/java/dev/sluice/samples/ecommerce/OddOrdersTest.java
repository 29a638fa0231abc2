package dev.sluice.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.evaluate.BinaryMeasures;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ecommerce.model.OddOrder;
import dev.sluice.samples.ecommerce.model.OrderShape;
import dev.sluice.samples.generator.SeededValues;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Orders that nobody makes are found by three features. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddOrdersTest {

  private static final int ORDERS = 5_000;

  private final List<OrderShape> orders =
      LongStream.range(0, ORDERS).mapToObj(OddOrdersTest::order).toList();
  private Model<OrderShape, OddOrder> model;

  private static boolean isPlanted(long orderId) {
    return orderId % 100 == 0;
  }

  /** As the generator makes them; a planted one is of hundreds of pieces, or nearly given away. */
  private static OrderShape order(long id) {
    SeededValues random = new SeededValues(42, id);
    int quantity = 1 + (int) (random.skewed("quantity", 2) * 5);
    double price = 1 + Math.floor(random.skewed("price", 4) * 3_200) / 4;
    double discount = random.happens("reduced", 0.3) ? (1 + random.index("eighths", 4)) / 8.0 : 0;
    if (!isPlanted(id)) {
      return new OrderShape(id, quantity, price, discount);
    }
    return random.happens("many", 0.5)
        ? new OrderShape(id, 200 + quantity, price, discount)
        : new OrderShape(id, 20 + quantity, price, 0.95);
  }

  @BeforeAll
  void find(SparkSession spark) {
    Stage<OrderShape> stage =
        Pipeline.named("odd-orders")
            .source("orders", InMemory.rows(OrderShape.class, orders));
    model = OddOrders.training(stage, 0.01).fit(spark);
  }

  @Test
  void plantedOrdersScoreHigherThanTheOthers() {
    double[] scores = orders.stream().mapToDouble(order -> model.score(order).score()).toArray();
    boolean[] planted = new boolean[ORDERS];
    for (int i = 0; i < ORDERS; i++) {
      planted[i] = isPlanted(orders.get(i).orderId());
    }

    assertThat(BinaryMeasures.of(BinaryRows.of(scores, planted), "all").auc().orElseThrow().value())
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void anOrderOfHundredsOfPiecesIsOddForThat() {
    OddOrder many = model.score(new OrderShape(1, 400, 20, 0));

    assertThat(many.odd()).isTrue();
    assertThat(many.why().get(0).feature()).isEqualTo("quantity");
  }
}
