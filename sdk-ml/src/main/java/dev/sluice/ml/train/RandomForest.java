package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead.Link;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressor;

/**
 * The mean of many trees by MLlib, each grown with rows drawn for it, and with some of the slots drawn for each split.
 *
 * <p>For true and false the trees are those of the numbers 1 and 0, which part rows alike: MLlib cuts off what is below a node if both
 * sides have the same most frequent label, and with it all that a tree knows about how likely a rare outcome is. For several labels
 * MLlib's own are taken, with what is cut off.
 *
 * <p>Each level of a category is a slot of its own, and one split can part one level from all others alone: a category of many levels is
 * hard on trees. Give such a one as {@code asMeanOfLabel()}.
 */
public final class RandomForest
    implements Learner.OfBinary, Learner.OfLabels, Learner.OfNumbers {

  static final RandomForest DEFAULT = new RandomForest(new TreeShape(50, 8, 10), 1);

  private final TreeShape shape;
  private final double share;

  private RandomForest(TreeShape shape, double share) {
    this.shape = shape;
    this.share = share;
  }

  /** How many trees there are; 50 unless told otherwise. */
  public RandomForest trees(int number) {
    return new RandomForest(shape.trees(number), share);
  }

  /** How many splits a row passes at most, up to 30; 8 unless told otherwise. */
  public RandomForest depth(int most) {
    return new RandomForest(shape.depth(most), share);
  }

  /** How many rows are in a leaf at least; 10 unless told otherwise. */
  public RandomForest leastRows(int rows) {
    return new RandomForest(shape.leastRows(rows), share);
  }

  /**
   * How many rows are drawn for each tree, with replacement; as many as there are unless told otherwise.
   *
   * @param part of the rows, more than 0, at most 1
   */
  public RandomForest sampling(double part) {
    return new RandomForest(shape, TreeShape.share(part));
  }

  @Override
  public String text() {
    return "random forest, %s, each of %s of the rows".formatted(shape.text(), share);
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    return rows.several() ? ofLabels(rows) : ofNumbers(rows);
  }

  private Learned ofNumbers(EncodedRows rows) {
    RandomForestRegressionModel model =
        new RandomForestRegressor()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setNumTrees(shape.trees())
            .setMaxDepth(shape.depth())
            .setMinInstancesPerNode(shape.leastRows())
            .setSubsamplingRate(share)
            .setFeatureSubsetStrategy(rows.labels().isEmpty() ? "onethird" : "sqrt")
            .setSeed(rows.seed())
            .fit(rows.rows());
    return Learned.ofNumber(
        GrownTrees.ofNumbers(
            Link.IDENTITY,
            GrownTrees.mean(shape.trees()),
            model.trees(),
            model.featureImportances()),
        model::predict);
  }

  private Learned ofLabels(EncodedRows rows) {
    RandomForestClassificationModel model =
        new RandomForestClassifier()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setNumTrees(shape.trees())
            .setMaxDepth(shape.depth())
            .setMinInstancesPerNode(shape.leastRows())
            .setSubsamplingRate(share)
            .setFeatureSubsetStrategy("sqrt")
            .setSeed(rows.seed())
            .fit(rows.rows());
    return new Learned(
        GrownTrees.ofLabels(
            GrownTrees.mean(shape.trees()), model.trees(), model.featureImportances()),
        features -> model.predictProbability(features).toArray());
  }
}
