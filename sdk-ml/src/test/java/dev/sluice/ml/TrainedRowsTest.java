package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.boostedTrees;
import static dev.sluice.ml.train.Learners.linear;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.BinaryTraining;
import dev.sluice.ml.train.Split;
import dev.sluice.ml.train.TrainingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows train, what each of them counts, and what is said of the others. */
class TrainedRowsTest {

  record Visit(String shop, double amount) {}

  record Sale(Visit visit, Boolean sold, Double price, String colour, double counts, Instant at) {}

  record Likely(double probability) {}

  record Price(double price) {}

  record Colour(String colour) {}

  private static final Features<Visit> AMOUNT =
      Features.of(Visit.class).number(Visit::amount).anyRange();

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static CheckedStage<Sale> sales(int rows, IntFunction<Sale> sale) {
    return Pipeline.named("sales")
        .source(
            "sales",
            InMemory.rows(Sale.class, IntStream.range(0, rows).mapToObj(sale).toList()));
  }

  private static Sale sale(int number, double amount, Boolean sold) {
    return new Sale(
        new Visit("shop" + number % 20, amount), sold, amount, "red", 1,
        START.plusSeconds(number));
  }

  private static BinaryTraining<Sale, Visit> sold(Features<Visit> features, CheckedStage<Sale> of) {
    return Ml.model("sales", features)
        .from(of, Sale::visit)
        .label(Sale::sold)
        .with(logistic().l2(1e-4).iterations(10));
  }

  private static Model<Visit, Likely> fitted(BinaryTraining<Sale, Visit> training) {
    return training.output(o -> row(Likely::new).of(o.probability())).fit(Clicks.spark());
  }

  private static Model<Visit, Price> priced(Features<Visit> features, CheckedStage<Sale> of) {
    return Ml.model("prices", features)
        .from(of, Sale::visit)
        .label(Sale::price)
        .with(linear())
        .output(o -> row(Price::new).of(o.prediction()))
        .fit(Clicks.spark());
  }

  private static List<String> warnings(Model<?, ?> model) {
    return model.card().warnings();
  }

  /** One sale in fifty, a little likelier with the amount. */
  private static CheckedStage<Sale> seldom(int rows) {
    Random random = new Random(5);
    List<Sale> sales =
        IntStream.range(0, rows)
            .mapToObj(
                i -> {
                  double amount = random.nextDouble();
                  return sale(i, amount, random.nextDouble() < 0.04 * amount);
                })
            .toList();
    return sales(rows, sales::get);
  }

  @Test
  void aCalibrationTakesBackWhatBalanceDidToProbabilities() {
    Model<Visit, Likely> model = fitted(sold(AMOUNT, seldom(20_000)).balanced().calibrated());

    double mean =
        IntStream.range(0, 100)
            .mapToDouble(i -> model.score(new Visit("a", (i + 0.5) / 100)).probability())
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0.02, within(0.005));
  }

  @Test
  void inBalanceLabelsCountAlikeByTheirWeights() {
    CheckedStage<Sale> half =
        sales(
            2_000,
            i -> {
              Sale sale = sale(i, 0, i % 2 == 0);
              return new Sale(
                  sale.visit(), sale.sold(), 0.0, "red", i % 2 == 0 ? 9 : 1, sale.at());
            });

    BinaryTraining<Sale, Visit> weighted = sold(AMOUNT, half).weight(Sale::counts);
    Visit visit = new Visit("a", 0);
    assertThat(fitted(weighted).score(visit).probability()).isCloseTo(0.9, within(0.01));
    assertThat(fitted(weighted.balanced()).score(visit).probability())
        .isCloseTo(0.5, within(0.01));
  }

  @Test
  void whatLiesBeyondARangeTakesNoPartInTheScale() {
    Features<Visit> inRange = Features.of(Visit.class).number(Visit::amount).range(0, 10);
    Model<Visit, Price> model =
        priced(inRange, sales(2_000, i -> sale(i, i % 100 == 0 ? 1e6 : i % 10, true)));

    NumberEncoding amount = (NumberEncoding) model.document().encodings().get(0);

    assertThat(amount.mean()).isBetween(4.0, 5.0);
    assertThat(amount.deviation()).isBetween(2.5, 3.5);
    assertThat(Arrays.stream(model.card().profiles().get(0).edges()).max()).hasValue(9);
  }

  @Test
  void rowsThatAreLeftOutAreCounted() {
    CheckedStage<Sale> sales =
        sales(
            1_000,
            i -> {
              Sale sale = sale(i, i % 7, i < 30 ? null : i % 3 == 0);
              return i < 980
                  ? sale
                  : new Sale(sale.visit(), sale.sold(), 1.0, "red", 1, null);
            });

    Card card =
        fitted(
            sold(AMOUNT, sales)
                .split(Split.byTime(Sale::at, 0.7, Duration.ofSeconds(100))))
            .card();

    assertThat(card.about())
        .containsEntry("rows left out, without a label", "30")
        .containsEntry("rows left out, without the time of the split", "20")
        .containsEntry("rows left out, in the gap of the split", "100");
    assertThat(card.about().get("rows")).startsWith("656 train, 194 test");
  }

  @Test
  void rowsOfWhichNoneCanBeScoredAreRefusedInWords() {
    Features<Visit> small = Features.of(Visit.class).number(Visit::amount).range(0, 1);

    assertThatThrownBy(() -> priced(small, sales(100, i -> sale(i, 2 + i, true))))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("none of the ")
        .hasMessageContaining("that train is one that the model could score, which takes: ")
        .hasMessageContaining("amount in 0 to 1");
  }

  @Test
  void oneLabelAmongTheRowsThatCanBeScoredIsRefusedInWords() {
    Features<Visit> small = Features.of(Visit.class).number(Visit::amount).range(0, 50);

    assertThatThrownBy(() -> fitted(sold(small, sales(100, i -> sale(i, i, i > 50)))))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("and all of these have the label 'false'; to be scored takes: ");
  }

  @Test
  void oneLabelInAllRowsIsRefusedInWords() {
    assertThatThrownBy(() -> fitted(sold(AMOUNT, sales(100, i -> sale(i, i, true)))))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("rows that train have the label 'true'");
  }

  @Test
  void aWeightThatIsNoneIsRefusedInWords() {
    CheckedStage<Sale> sales =
        sales(
            100,
            i -> {
              Sale sale = sale(i, i, i % 2 == 0);
              double counts = i == 7 ? -1 : i == 8 ? Double.NaN : 1;
              return new Sale(sale.visit(), sale.sold(), 1.0, "red", counts, sale.at());
            });

    assertThatThrownBy(() -> fitted(sold(AMOUNT, sales).weight(Sale::counts)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the weight of 2 rows is negative, NaN or infinite");
  }

  @Test
  void aLabelOfTheTestThatNoRowOfTheTrainingHasIsTold() {
    CheckedStage<Sale> sales =
        sales(
            1_000,
            i -> new Sale(
                new Visit("a", i % 10),
                true,
                1.0,
                i > 900 ? "blue" : i % 10 > 5 ? "red" : "green",
                1,
                START.plusSeconds(i)));

    Model<Visit, Colour> model =
        Ml.model("colours", AMOUNT)
            .from(sales, Sale::visit)
            .label(Sale::colour)
            .split(Split.byTime(Sale::at, 0.8, Duration.ZERO))
            .with(logistic().iterations(5))
            .output(o -> row(Colour::new).of(o.label()))
            .fit(Clicks.spark());

    assertThat(warnings(model))
        .anyMatch(warning -> warning.startsWith("99 test rows have labels that no row"));
  }

  @Test
  void aFeatureThatIsTheSameInAllRowsIsTold() {
    Model<Visit, Likely> model =
        fitted(sold(AMOUNT, sales(400, i -> sale(i, 3, i % 2 == 0))));

    assertThat(warnings(model)).anyMatch(warning -> warning.contains("amount is 3.0 in all rows"));
  }

  @Test
  void aFeatureThatTellsTheNumberAloneIsTold() {
    assertThat(warnings(priced(AMOUNT, sales(400, i -> sale(i, i, true)))))
        .anyMatch(
            warning -> warning.startsWith(
                "feature amount alone tells which labels are above their median"));
  }

  @Test
  void whatWasLearnedByHeartIsTold() {
    Model<Visit, Price> model =
        Ml.model("prices", AMOUNT)
            .from(noise(), Sale::visit)
            .label(Sale::price)
            .with(boostedTrees())
            .output(o -> row(Price::new).of(o.prediction()))
            .fit(Clicks.spark());

    assertThat(warnings(model))
        .anyMatch(warning -> warning.startsWith("the R² is ") && warning.contains("by heart"));
  }

  /** Prices that have nothing to do with amounts. */
  private static CheckedStage<Sale> noise() {
    Random random = new Random(11);
    List<Sale> sales =
        IntStream.range(0, 600)
            .mapToObj(
                i -> new Sale(
                    new Visit("a", random.nextDouble()), true, random.nextGaussian(), "red", 1,
                    START))
            .toList();
    return sales(600, sales::get);
  }

  @Test
  void whatCanBeKnownBeforeIsToldByValidate() {
    CheckedStage<Sale> sales = sales(10, i -> sale(i, i, i % 2 == 0));

    assertThatThrownBy(
        () -> sold(Features.of(Visit.class).words(Visit::shop).buckets(0), sales)
            .output(o -> row(Likely::new).of(o.probability()))
            .fit(Clicks.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the words of shop are hashed into 0 buckets: it takes from 1 to");
    assertThatThrownBy(
        () -> sold(AMOUNT, sales)
            .output(o -> row(Shown::new).of(o.decision(30)))
            .fit(Clicks.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("TrainedRowsTest.java:")
        .hasMessageContaining(
            "decision(30.0): a probability is held against a threshold from 0 to 1");
  }

  record Shown(boolean show) {}
}
