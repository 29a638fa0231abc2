package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.LinearHead.Link;
import java.util.Arrays;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.GBTRegressor;

/**
 * Trees by MLlib, each of which corrects what those before it have left: the sum of what they say is log odds, or the number. They are
 * grown one after the other, so that many take long. For two labels and for numbers; MLlib has none for several labels.
 *
 * <p>Each level of a category is a slot of its own, and one split can part one level from all others alone: a category of many levels is
 * hard on trees. Give such a one as {@code asMeanOfLabel()}.
 */
public final class BoostedTrees implements Learner.OfBinary, Learner.OfNumbers {

  static final BoostedTrees DEFAULT = new BoostedTrees(new TreeShape(50, 4, 20), 0.1, 1);

  private final TreeShape shape;
  private final double step;
  private final double share;

  private BoostedTrees(TreeShape shape, double step, double share) {
    this.shape = shape;
    this.step = step;
    this.share = share;
  }

  /** How many trees there are; 50 unless told otherwise. */
  public BoostedTrees trees(int number) {
    return new BoostedTrees(shape.trees(number), step, share);
  }

  /** How many splits a row passes at most, up to 30; 4 unless told otherwise. */
  public BoostedTrees depth(int most) {
    return new BoostedTrees(shape.depth(most), step, share);
  }

  /** How many rows are in a leaf at least; 20 unless told otherwise. */
  public BoostedTrees leastRows(int rows) {
    return new BoostedTrees(shape.leastRows(rows), step, share);
  }

  /**
   * How much of a correction is taken; 0.1 unless told otherwise. Smaller steps need more trees, and tell rows that they have not seen better.
   *
   * @param size more than 0, at most 1
   */
  public BoostedTrees step(double size) {
    if (!(size > 0 && size <= 1)) {
      throw new IllegalArgumentException("a step is more than 0 and at most 1, not " + size);
    }
    return new BoostedTrees(shape, size, share);
  }

  /**
   * How many rows are drawn for each tree; all unless told otherwise.
   *
   * @param part of the rows, more than 0, at most 1
   */
  public BoostedTrees sampling(double part) {
    return new BoostedTrees(shape, step, TreeShape.share(part));
  }

  @Override
  public String text() {
    return "boosted trees, %s, step %s, each of %s of the rows"
        .formatted(shape.text(), step, share);
  }

  @Override
  @Internal
  public Learned learn(EncodedRows rows) {
    return rows.labels().isEmpty() ? ofNumbers(rows) : ofBinary(rows);
  }

  private Learned ofNumbers(EncodedRows rows) {
    GBTRegressionModel model =
        new GBTRegressor()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setMaxIter(shape.trees())
            .setMaxDepth(shape.depth())
            .setMinInstancesPerNode(shape.leastRows())
            .setStepSize(step)
            .setSubsamplingRate(share)
            .setSeed(rows.seed())
            .fit(rows.rows());
    return Learned.ofNumber(
        GrownTrees.ofNumbers(
            Link.IDENTITY, model.treeWeights(), model.trees(), model.featureImportances()),
        model::predict);
  }

  /** MLlib's sum is half the log odds. */
  private Learned ofBinary(EncodedRows rows) {
    GBTClassificationModel model =
        new GBTClassifier()
            .setLabelCol(EncodedRows.LABEL)
            .setWeightCol(EncodedRows.WEIGHT)
            .setFeaturesCol(EncodedRows.FEATURES)
            .setMaxIter(shape.trees())
            .setMaxDepth(shape.depth())
            .setMinInstancesPerNode(shape.leastRows())
            .setStepSize(step)
            .setSubsamplingRate(share)
            .setSeed(rows.seed())
            .fit(rows.rows());
    return Learned.ofNumber(
        GrownTrees.ofNumbers(
            Link.LOGISTIC,
            Arrays.stream(model.treeWeights()).map(weight -> 2 * weight).toArray(),
            model.trees(),
            model.featureImportances()),
        features -> model.predictProbability(features).apply(1));
  }
}
