package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Card.Figure;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubtsTest {

  @Test
  void aModelThatIsNotBetterThanNoneIsDoubtful() {
    assertThat(doubts(new Figure("AUC", "test", 0.52, 0.48, 0.56, 0.5, 1)))
        .singleElement()
        .asString()
        .startsWith(
            "the AUC of test rows is 0.5200 (0.4800 to 0.5600), and without a model it is 0.5000: the model is not better than none;");
  }

  @Test
  void aModelThatIsBetterIsNot() {
    assertThat(doubts(new Figure("AUC", "test", 0.72, 0.68, 0.76, 0.5, 1))).isEmpty();
  }

  @Test
  void aLossAboveThatOfTheBaseRateIsDoubtful() {
    assertThat(doubts(new Figure("log loss", "test", 0.34, 0.3, 0.38, 0.33, 1)))
        .singleElement()
        .asString()
        .contains("not better than none");
  }

  @Test
  void aLossThatIsLowerIsNotThoughItsIntervalIsWide() {
    assertThat(doubts(new Figure("log loss", "test", 0.32, 0.28, 0.36, 0.33, 1))).isEmpty();
  }

  @Test
  void whatIsMuchBetterInTrainingIsDoubtful() {
    assertThat(
        doubts(
            new Figure("AUC", "train", 0.95, 0.94, 0.96, 0.5, 1),
            new Figure("AUC", "test", 0.72, 0.7, 0.74, 0.5, 1)))
        .singleElement()
        .asString()
        .startsWith("the AUC is 0.9500 of train rows and 0.7200 of test rows:");
  }

  @Test
  void probabilitiesThatAreTooSureAreDoubtful() {
    assertThat(doubts(calibrated(2))).singleElement().asString().contains("calibrate the model");
  }

  @Test
  void calibratedProbabilitiesAreNot() {
    assertThat(doubts(calibrated(1))).isEmpty();
  }

  private static Figure[] calibrated(double exaggeration) {
    Random random = new Random(9);
    double[] scores = new double[5_000];
    boolean[] outcomes = new boolean[5_000];
    for (int i = 0; i < scores.length; i++) {
      double logit = random.nextGaussian();
      outcomes[i] = random.nextDouble() < Interval.logistic(logit);
      scores[i] = Interval.logistic(exaggeration * logit);
    }
    return BinaryMeasures.of(BinaryRows.of(scores, outcomes), "test").all().toArray(Figure[]::new);
  }

  @Test
  void oneOutcomeAloneIsDoubtful() {
    assertThat(Doubts.ofOutcomes(0, 1_200))
        .singleElement()
        .asString()
        .startsWith("the label is false in all 1,200 rows: nothing can be learned");
    assertThat(Doubts.ofOutcomes(5, 0))
        .singleElement()
        .asString()
        .startsWith("the label is true in all 5 rows");
  }

  @Test
  void fewRowsOfAnOutcomeAreDoubtful() {
    assertThat(Doubts.ofOutcomes(40, 10_000))
        .singleElement()
        .asString()
        .startsWith("the label is true in 40 of 10,040 rows only:");
  }

  @Test
  void enoughRowsOfBothAreNot() {
    assertThat(Doubts.ofOutcomes(100, 100)).isEmpty();
  }

  @Test
  void aFeatureThatNeverVariesIsDoubtful() {
    assertThat(Doubts.ofConstant("country", "DE"))
        .startsWith("feature country is DE in all rows and tells nothing;");
  }

  @Test
  void aFeatureThatTellsAllIsDoubtful() {
    assertThat(Doubts.ofLoneFeature("revenue", 0.999)).hasValueSatisfying(
        doubt -> assertThat(doubt).startsWith(
            "feature revenue alone tells what happened (AUC 0.9990): it may be known only afterwards;"));
    assertThat(Doubts.ofLoneFeature("site", 0.8)).isEmpty();
  }

  private static List<String> doubts(Figure... figures) {
    return Doubts.ofFigures(List.of(figures), "train", "test");
  }
}
