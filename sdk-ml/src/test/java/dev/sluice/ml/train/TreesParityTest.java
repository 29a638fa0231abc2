package dev.sluice.ml.train;

import static dev.sluice.ml.train.Learners.boostedTrees;
import static dev.sluice.ml.train.Learners.randomForest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.Scores;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Trees score as MLlib's own model does that was grown of the same rows in the same way. */
class TreesParityTest {

  private static final double SAME = 1e-12;

  private static void forEach(EncodedRows rows, Head head, BiConsumer<Vector, Scores> check) {
    for (Row row : rows.rows().collectAsList()) {
      Vector features = row.getAs(EncodedRows.FEATURES);
      check.accept(features, LearnedRows.scores(head, features));
    }
  }

  private static RandomForestRegressor forestOfNumbers(EncodedRows rows, String drawn) {
    return new RandomForestRegressor()
        .setWeightCol(EncodedRows.WEIGHT)
        .setNumTrees(7)
        .setMaxDepth(5)
        .setMinInstancesPerNode(4)
        .setSubsamplingRate(0.8)
        .setFeatureSubsetStrategy(drawn)
        .setSeed(rows.seed());
  }

  private static Head forest(EncodedRows rows) {
    return randomForest().trees(7).depth(5).leastRows(4).sampling(0.8).learn(rows).head();
  }

  private static Head boosted(EncodedRows rows) {
    return boostedTrees().trees(6).depth(3).leastRows(9).step(0.3).sampling(0.9).learn(rows).head();
  }

  @Test
  void aForestOfNumbers() {
    EncodedRows rows = LearnedRows.numbers(400);
    RandomForestRegressionModel own = forestOfNumbers(rows, "onethird").fit(rows.rows());

    forEach(
        rows,
        forest(rows),
        (features, scores) -> assertThat(scores.value())
            .isCloseTo(own.predict(features), within(SAME)));
  }

  @Test
  void aForestOfTrueAndFalseIsOneOfNumbers() {
    EncodedRows rows = LearnedRows.binary(400);
    RandomForestRegressionModel own = forestOfNumbers(rows, "sqrt").fit(rows.rows());

    forEach(
        rows,
        forest(rows),
        (features, scores) -> assertThat(scores.value())
            .isBetween(0.0, 1.0)
            .isCloseTo(own.predict(features), within(SAME)));
  }

  @Test
  void aForestOfSeveralLabels() {
    EncodedRows rows = LearnedRows.labels(400);
    RandomForestClassificationModel own =
        new RandomForestClassifier()
            .setWeightCol(EncodedRows.WEIGHT)
            .setNumTrees(7)
            .setMaxDepth(5)
            .setMinInstancesPerNode(4)
            .setSubsamplingRate(0.8)
            .setFeatureSubsetStrategy("sqrt")
            .setSeed(rows.seed())
            .fit(rows.rows());

    forEach(
        rows,
        forest(rows),
        (features, scores) -> {
          assertThat(scores.each())
              .containsExactly(own.predictProbability(features).toArray(), within(SAME));
          assertThat(scores.index()).isEqualTo((int) own.predict(features));
        });
  }

  @Test
  void boostedTreesOfNumbers() {
    EncodedRows rows = LearnedRows.numbers(400);
    GBTRegressionModel own =
        new GBTRegressor()
            .setWeightCol(EncodedRows.WEIGHT)
            .setMaxIter(6)
            .setMaxDepth(3)
            .setMinInstancesPerNode(9)
            .setStepSize(0.3)
            .setSubsamplingRate(0.9)
            .setSeed(rows.seed())
            .fit(rows.rows());

    forEach(
        rows,
        boosted(rows),
        (features, scores) -> assertThat(scores.value())
            .isCloseTo(own.predict(features), within(SAME)));
  }

  @Test
  void boostedTreesOfTrueAndFalse() {
    EncodedRows rows = LearnedRows.binary(400);
    GBTClassificationModel own =
        new GBTClassifier()
            .setWeightCol(EncodedRows.WEIGHT)
            .setMaxIter(6)
            .setMaxDepth(3)
            .setMinInstancesPerNode(9)
            .setStepSize(0.3)
            .setSubsamplingRate(0.9)
            .setSeed(rows.seed())
            .fit(rows.rows());

    forEach(
        rows,
        boosted(rows),
        (features, scores) -> assertThat(scores.value())
            .isCloseTo(own.predictProbability(features).apply(1), within(SAME)));
  }

  @Test
  void aRareOutcomeIsNotCutOffAsMllibsClassifierDoes() {
    EncodedRows rows = LearnedRows.rare(1_000);
    RandomForestClassificationModel own =
        new RandomForestClassifier().setNumTrees(7).setMaxDepth(4).setSeed(7)
            .setMinInstancesPerNode(20).fit(rows.rows());
    Set<Double> said = new HashSet<>();
    forEach(
        rows,
        randomForest().trees(7).depth(4).leastRows(20).learn(rows).head(),
        (features, scores) -> said.add(scores.value()));

    assertThat(own.totalNumNodes()).isEqualTo(own.trees().length);
    assertThat(said).hasSizeGreaterThan(50);
  }

  @Test
  void gainsAreThoseOfTheSlotsThatTell() {
    double[] gains = forest(LearnedRows.binary(400)).slotWeights();

    assertThat(gains).hasSize(LearnedRows.WIDTH);
    assertThat(gains[3]).isGreaterThan(gains[5]);
  }

  @Test
  void boostedTreesAreNotForSeveralLabels() {
    assertThat(Learner.OfLabels.class.isAssignableFrom(BoostedTrees.class)).isFalse();
  }
}
