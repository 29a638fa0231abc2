package dev.sluice.samples.guide;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Ml;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.Comparison;
import dev.sluice.ml.evaluate.Difference;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Split;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HonestFiguresTest {

  record Order(long id, String customer, double amount, int items, double refunded, Instant at) {}

  record Shipped(Order order, boolean returned) {}

  record Risk(long id, double probability) {}

  private static final String PAGE = "docs/guide/figures.md";
  private static final int ROWS = 3_000;

  // the shop's table has the refund beside the order, and nobody thought of when it is written
  private static final Features<Order> LEAKING =
      Features.of(Order.class)
          .number(Order::amount).log1p().anyRange()
          .number(Order::items)
          .number(Order::refunded).anyRange();

  private static final Features<Order> SOUND =
      Features.of(Order.class).number(Order::amount).log1p().anyRange().number(Order::items);

  private Stage<Shipped> shipped;
  private Model<Order, Risk> leaking;
  private Model<Order, Risk> sound;

  private static Shipped shipped(int number) {
    Random random = new Random(number * 7_919L);
    double amount = Math.exp(3 + random.nextGaussian());
    int items = 1 + random.nextInt(8);
    boolean returned = random.nextDouble() < 0.05 + 0.06 * items;
    return new Shipped(
        new Order(
            number, "c" + random.nextInt(400), amount, items, returned ? amount : 0,
            Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number * 600L)),
        returned);
  }

  private Model<Order, Risk> trained(Features<Order> features, SparkSession spark) {
    // #region split
    Split<Shipped> byTime = Split.byTime(Shipped::order, Order::at, 0.8, Duration.ofDays(1));
    Split<Shipped> byCustomer = Split.byKey(Shipped::order, Order::customer, 0.8);
    // #endregion
    return Ml.model("returns", features)
        .from(shipped, Shipped::order).label(Shipped::returned)
        .split(features == LEAKING ? byTime : byCustomer)
        .with(logistic())
        .output(o -> row(Risk::new).of(o.in(Order::id), o.probability()))
        .fit(spark);
  }

  @BeforeAll
  void train(SparkSession spark) {
    shipped =
        Pipeline.named("returns")
            .source(
                "shipped",
                InMemory.rows(
                    Shipped.class,
                    IntStream.range(0, ROWS).mapToObj(HonestFiguresTest::shipped).toList()));
    leaking = trained(LEAKING, spark);
    sound = trained(SOUND, spark);
  }

  @Test
  void aFeatureThatTellsAllByItselfIsSuspect() throws IOException {
    Output.in(PAGE, "leak").shows(String.join("\n", leaking.card().warnings()));
  }

  @Test
  void aSoundModelHasNoWarnings() {
    assertThat(sound.card().warnings()).isEmpty();
  }

  @Test
  void theCardSaysWhichRowsAreLeftOut() {
    assertThat(leaking.card().about().get("split"))
        .isEqualTo("the first 80.0 % of the rows by order.at train, PT24H after them are left out");
  }

  @Test
  void aFigureHasAllThatIsToBeKnownOfIt() {
    // #region figure
    Card.Figure auc = sound.card().figures().stream()
        .filter(figure -> figure.name().equals("AUC") && figure.of().equals("test"))
        .findFirst().orElseThrow();

    boolean better = auc.low() > auc.baseline();
    // #endregion

    assertThat(better).isTrue();
    assertThat(auc.coverage()).isEqualTo(1);
  }

  @Test
  void twoModelsAreComparedRowByRow() {
    List<Shipped> later = IntStream.range(ROWS, 2 * ROWS).mapToObj(HonestFiguresTest::shipped).toList();
    double[] always = new double[later.size()];
    Arrays.fill(always, 0.3);
    double[] scores = later.stream().mapToDouble(each -> sound.score(each.order()).probability()).toArray();
    boolean[] returned = new boolean[later.size()];
    for (int i = 0; i < returned.length; i++) {
      returned[i] = later.get(i).returned();
    }
    // #region comparison
    BinaryRows today = BinaryRows.of(always, returned);        // the same rows, scored by both
    BinaryRows candidate = BinaryRows.of(scores, returned);

    Optional<Difference> loss = Comparison.logLoss(today, candidate);
    boolean promote = loss.filter(Difference::isBetter).isPresent();
    // #endregion

    assertThat(promote).isTrue();
    assertThat(loss.orElseThrow().text()).startsWith("log loss: better by 0.0");
  }
}
