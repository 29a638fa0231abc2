package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ModelJson;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Anomalies;
import dev.sluice.ml.train.Training;
import dev.sluice.ml.train.TrainingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How unusual the orders of a shop are, by three features. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomaliesTest {

  record Order(String id, int quantity, double price, Double discount) {}

  record Odd(String id, double score, boolean anomalous, List<Reason> why) {}

  private static final Features<Order> FEATURES =
      Features.of(Order.class)
          .number(Order::quantity).log1p()
          .number(Order::price).log1p()
          .number(Order::discount).nullAs(0);

  private static final int ORDERS = 5_000;
  private static final int PLANTED = 50;

  private final SparkSession spark = Clicks.spark();
  private final List<Order> orders =
      IntStream.range(0, ORDERS).mapToObj(AnomaliesTest::order).toList();
  private Model<Order, Odd> model;

  @TempDir
  Path folder;

  private static boolean planted(int number) {
    return number % (ORDERS / PLANTED) == 0;
  }

  /** A planted one is of a thousand pieces at a discount that nobody gets. */
  private static Order order(int number) {
    Random random = new Random(number * 7_919L);
    int quantity = 1 + (int) Math.floor(-2 * Math.log(1 - random.nextDouble()));
    double price = 20 * Math.exp(0.8 * random.nextGaussian());
    Double discount = random.nextInt(3) == 0 ? null : 0.05 * random.nextInt(4);
    return planted(number)
        ? new Order("o" + number, 200 + quantity, price, 0.6 + 0.3 * random.nextDouble())
        : new Order("o" + number, quantity, price, discount);
  }

  private static Stage<Order> stage(List<Order> orders) {
    return Pipeline.named("orders").source("orders", InMemory.rows(Order.class, orders));
  }

  private static Anomalies<Order> anomalies(List<Order> orders) {
    return Ml.model("odd orders", FEATURES)
        .from(stage(orders))
        .anomalies().isolationForest(100, 256).expectedShare(0.01).seed(7);
  }

  private static Training<Order, Order, Odd> training(Anomalies<Order> anomalies) {
    return anomalies.output(
        o -> row(Odd::new).of(o.in(Order::id), o.score(), o.isAnomalous(), o.reasons(3)));
  }

  @BeforeAll
  void train() {
    model = training(anomalies(orders)).fit(spark);
  }

  @Test
  void plantedOrdersScoreHigherThanTheRest() {
    double[] scores = orders.stream().mapToDouble(order -> model.score(order).score()).toArray();
    boolean[] planted = new boolean[ORDERS];
    IntStream.range(0, ORDERS).forEach(i -> planted[i] = planted(i));

    assertThat(AreaUnderCurve.of(scores, planted)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void theExpectedShareIsAnomalous() {
    long anomalous = orders.stream().filter(order -> model.score(order).anomalous()).count();

    assertThat((double) anomalous / ORDERS).isCloseTo(0.01, within(0.001));
  }

  @Test
  void theReasonsAreTheFeaturesThatAreOff() {
    Odd many = model.score(new Order("x", 500, 20, 0.1));
    Odd cheap = model.score(new Order("y", 2, 20, 0.9));

    assertThat(many.why().get(0).feature()).isEqualTo("quantity");
    assertThat(many.why().get(0).value()).isEqualTo("500.0");
    assertThat(cheap.why().get(0).feature()).isEqualTo("discount");
  }

  @Test
  void aNumberFartherOffThanAnyBeforeIsScored() {
    assertThat(model.score(new Order("z", 1_000_000, 1e9, 0.1)).anomalous()).isTrue();
  }

  @Test
  void aRangeThatIsSetHoldsAllTheSame() {
    Features<Order> ranged = Features.of(Order.class).number(Order::price).range(0, 10_000);

    Model<Order, Odd> strict =
        training(Ml.model("odd prices", ranged).from(stage(orders)).anomalies()).fit(spark);

    assertThat(strict.problems(new Order("z", 1, 1e9, 0.1))).containsExactly("price in 0 to 10000");
  }

  @Test
  void aStageGivesWhatPlainJavaGives() {
    List<Order> some = orders.subList(0, 200);

    List<Odd> scored = stage(some).score("odd orders", model).collect(spark);

    assertThat(scored)
        .containsExactlyInAnyOrderElementsOf(some.stream().map(model::score).toList());
  }

  @Test
  void aSavedModelIsTheSameAndSmall() throws Exception {
    String file = folder.resolve("odd.json").toString();
    model.save(file);

    assertThat(Model.load(file, Order.class, Odd.class).document()).isEqualTo(model.document());
    assertThat(Files.size(Path.of(file))).isLessThan(500_000);
  }

  @Test
  void theSameRowsInAnyOrderGiveTheSameBytes() {
    List<Order> shuffled = new ArrayList<>(orders);
    Collections.shuffle(shuffled, new Random(1));

    Model<Order, Odd> again = training(anomalies(shuffled)).fit(spark);

    assertThat(withoutTime(again.document())).isEqualTo(withoutTime(model.document()));
  }

  private static String withoutTime(ModelDocument document) {
    return new String(ModelJson.bytes(document), StandardCharsets.UTF_8)
        .replace(document.created(), "");
  }

  @Test
  void theCardSaysFromWhichScoreOnRowsAreUnusual() {
    assertThat(model.card().about())
        .containsEntry("found by", "isolation forest, 100 trees of 256 rows")
        .containsEntry("rows drawn", "5,000");
    assertThat(model.card().about().get("unusual"))
        .startsWith("from score 0.")
        .endsWith(" % of the rows drawn, 1.00 % expected");
  }

  @Test
  void ofOneRowNothingIsLearned() {
    assertThatThrownBy(() -> training(anomalies(orders.subList(0, 1))).fit(spark))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("nothing is unusual among fewer than 2 rows");
  }

  @Test
  void numbersThatMakeNoSenseAreRefusedWhereTheyStand() {
    assertThatThrownBy(() -> anomalies(orders).expectedShare(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> anomalies(orders).expectedShare(0.6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> anomalies(orders).isolationForest(0, 256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> anomalies(orders).isolationForest(100, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
