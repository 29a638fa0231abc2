package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.model.ModelAssertions.assertThat;
import static dev.sluice.testkit.model.ModelAssertions.assertThatTraining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Stage;
import dev.sluice.ml.evaluate.Measure;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Training;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.model.TestModels;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models in tests: small ones made in code, and what is asserted of any. */
@SparkTest
class ModelAssertTest {

  enum Device {
    PHONE, DESKTOP
  }

  record Bid(String id, String site, Device device, boolean returning, double price, Double age) {}

  record Sold(Bid bid, boolean clicked, double revenue, String kind) {}

  record Ctr(String id, double probability) {}

  record Shown(String id, boolean show) {}

  record Worth(String id, double revenue) {}

  record Kind(String id, String kind, double probability) {}

  private static Bid bid(int number) {
    return new Bid(
        "b" + number,
        number % 2 == 0 ? "example.org" : "elsewhere",
        number % 3 == 0 ? Device.PHONE : Device.DESKTOP,
        number % 5 == 0,
        number % 10 / 10.0,
        number % 4 == 0 ? null : 1.0 * number);
  }

  private static List<Bid> bids(int count) {
    return IntStream.range(0, count).mapToObj(ModelAssertTest::bid).toList();
  }

  /** A click is as likely as the price says. */
  private static List<Sold> sold(int count) {
    Random random = new Random(3);
    return bids(count).stream()
        .map(
            bid -> new Sold(
                bid,
                random.nextDouble() < bid.price(),
                10 * bid.price() + random.nextGaussian(),
                random.nextDouble() < 0.7 ? "often" : "rare"))
        .toList();
  }

  private static Model<Bid, Ctr> byPrice() {
    return TestModels.probabilityIn(Bid.class, Bid::price)
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability()));
  }

  private static Model<Bid, Ctr> always(double probability) {
    return TestModels.always(Bid.class, probability)
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability()));
  }

  private static Model<Bid, Ctr> logisticModel() {
    // @formatter:off
    // #region tiny
    return TestModels.logistic(Bid.class, -1)
        .number(Bid::price, 2).within(0, 100)
        .number(Bid::age, 0.1)
        .level(Bid::site, "example.org", 1.5)
        .level(Bid::device, Device.PHONE, 0.25)
        .ifTrue(Bid::returning, 0.5)
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability()));
    // #endregion
    // @formatter:on
  }

  @Test
  void aModelThatSaysTheSameOfEveryRowScoresInAPipeline(SparkKit kit) {
    // @formatter:off
    // #region always
    Model<Bid, Ctr> ctr = TestModels.always(Bid.class, 0.3)
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability()));

    assertThat(kit.rows(Bid.class, bid(1), bid(2)).score("ctr", ctr))
        .hasRows(new Ctr("b1", 0.3), new Ctr("b2", 0.3));
    // #endregion
    // @formatter:on
  }

  @Test
  void aModelByAComponentScoresAsItSays() {
    assertThat(byPrice().score(bid(7))).isEqualTo(new Ctr("b7", 0.7));
    assertThat(byPrice().score(new Bid("x", null, null, false, 17, null)).probability())
        .isEqualTo(1);
  }

  @Test
  void aLogisticModelAddsUpWhatItIsGiven() {
    double sum = -1 + 2 * 0.5 + 0.1 * 15 + 0.25 + 0.5;

    assertThat(logisticModel().score(bid(15)).probability())
        .isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
  }

  @Test
  void modelsOfNumbersAndLabelsAreMadeAlike() {
    assertThat(
        TestModels.linear(Bid.class, 1).number(Bid::price, 10)
            .output(o -> row(Worth::new).of(o.in(Bid::id), o.prediction()))
            .score(bid(3)))
        .isEqualTo(new Worth("b3", 4));
    assertThat(
        TestModels.labels(Bid.class, Map.of("rare", 0.25, "often", 0.75))
            .output(o -> row(Kind::new).of(o.in(Bid::id), o.label(), o.probabilityOf("rare")))
            .score(bid(1)))
        .isEqualTo(new Kind("b1", "often", 0.25));
  }

  @Test
  void aModelRejectsWhatIsOutOfItsRange(SparkKit kit) {
    Bid far = new Bid("far", "example.org", Device.PHONE, true, 101, null);

    assertThat(logisticModel()).rejects(far, "price in 0 to 100");
    assertThatThrownBy(() -> assertThat(logisticModel()).rejects(bid(1), "price in 0 to 100"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("because of [price in 0 to 100], it scores it");
    assertThat(kit.rows(Bid.class, far).score("ctr", logisticModel())).isEmpty();
  }

  @Test
  void aModelIsMadeInAMoment() {
    logisticModel();
    long begin = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      logisticModel();
    }

    assertThat((System.nanoTime() - begin) / 10).isLessThan(20_000_000);
  }

  @Test
  void whatAModelReadsIsAsserted() {
    Model<Bid, Ctr> model = logisticModel();
    // @formatter:off
    // #region reads
    assertThat(model)
        .reads(Bid::price, Bid::site, Bid::age, Bid::device, Bid::returning)
        .hasNoWarnings();
    // #endregion
    // @formatter:on
    assertThatThrownBy(() -> assertThat(byPrice()).reads(Bid::site, Bid::price))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "model 'test model': expected it to read [price, site], it reads [price]");
  }

  @Test
  void figuresOnRowsAreAssertedByValueAndByInterval() {
    Model<Bid, Ctr> model = byPrice();
    List<Sold> rows = sold(2_000);
    // @formatter:off
    // #region figures
    assertThat(model)
        .onOutcomes(rows, Sold::bid, Sold::clicked)
        .figure(Measure.AUC).isAtLeast(0.80)
        .figure(Measure.AUC).isSurelyAtLeast(0.78)
        .figure(Measure.LOG_LOSS).isSurelyAtMost(0.60)
        .figure(Measure.LOG_LOSS).isBetterThanNoModel();
    // #endregion
    // @formatter:on
    assertThatThrownBy(
        () -> assertThat(byPrice())
            .onOutcomes(sold(2_000), Sold::bid, Sold::clicked)
            .figure(Measure.AUC).isSurelyAtLeast(0.9))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "model 'test model': expected the AUC to be surely at least 0.9, it is 0\\.8\\d+ \\(95 % interval 0\\.8\\d+ to 0\\.8\\d+, 0\\.5000 without a model, of 100\\.0 % of the given rows\\)");
  }

  @Test
  void aFigureThatACardDoesNotHaveIsNeverRight() {
    assertThatThrownBy(() -> assertThat(byPrice()).figure(Measure.AUC).isAtLeast(0))
        .isInstanceOf(AssertionError.class)
        .hasMessage("model 'test model' has no figure 'AUC' of its test rows, only []");
  }

  @Test
  void modelsOfNumbersAndLabelsAreMeasuredToo() {
    assertThat(
        TestModels.linear(Bid.class, 0).number(Bid::price, 10)
            .output(o -> row(Worth::new).of(o.in(Bid::id), o.prediction())))
        .onNumbers(sold(500), Sold::bid, Sold::revenue)
        .figure(Measure.RMSE).isAtMost(1.2);
    assertThat(
        TestModels.labels(Bid.class, Map.of("rare", 0.3, "often", 0.7))
            .output(o -> row(Kind::new).of(o.in(Bid::id), o.label(), o.probability())))
        .onLabels(sold(500), Sold::bid, Sold::kind)
        .figure(Measure.ACCURACY).isAtLeast(0.6);
  }

  @Test
  void aModelIsComparedWithAGoldenOneOnTheSameRows() {
    List<Sold> rows = sold(2_000);

    Model<Bid, Ctr> model = byPrice();
    Model<Bid, Ctr> golden = always(0.5);
    // @formatter:off
    // #region golden
    assertThat(model)
        .onOutcomes(rows, Sold::bid, Sold::clicked)
        .isNoWorseThan(golden, Measure.LOG_LOSS, 0.001);
    // #endregion
    // @formatter:on
    assertThatThrownBy(
        () -> assertThat(always(0.5))
            .onOutcomes(rows, Sold::bid, Sold::clicked)
            .isNoWorseThan(byPrice(), Measure.LOG_LOSS, 0.01))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "not worse than the golden model by more than 0.01, it is, by log loss: worse by");
  }

  @Test
  void rowsScoreAlikeInJavaAndInStagesWhateverTheirOrderAndParts() {
    Model<Bid, Ctr> model = logisticModel();
    List<Bid> rows = bids(60);
    // #region alike
    assertThat(model).scoresAlike(rows);
    // #endregion
    assertThat(always(0.25)).scoresAlike(bids(5));
  }

  private static Training<Sold, Bid, Ctr> training(Stage<Sold> rows) {
    return Ml.model("ctr", Features.of(Bid.class).number(Bid::price))
        .from(rows, Sold::bid)
        .label(Sold::clicked)
        .with(logistic().iterations(5))
        .output(o -> row(Ctr::new).of(o.in(Bid::id), o.probability()));
  }

  @Test
  void aTrainingIsStableIfTheOrderOfItsRowsDoesNotMatter() {
    List<Sold> sold = sold(300);
    // #region stable
    assertThatTraining(Sold.class, sold, rows -> training(rows)).isStable(Sold::bid, 1e-3);
    // #endregion
    assertThatThrownBy(
        () -> assertThatTraining(Sold.class, sold(300), rows -> training(rows.limit(100)))
            .isStable(Sold::bid, 1e-9))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the model depends on the order of its rows");
  }
}
