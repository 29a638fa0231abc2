package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows with a score each, and whether it happened. The arrays are kept, not copied, for there may be millions: leave them
 * as they are.
 *
 * <pre>{@code
 * BinaryRows test = BinaryRows.of(new double[] {0.9, 0.2, 0.4}, new boolean[] {true, false, false});
 * List<Card.Figure> figures = BinaryMeasures.of(test, "test").all();
 * }</pre>
 */
public final class BinaryRows implements EvaluatedRows {

  private final double[] scores;
  private final boolean[] outcomes;
  private final double[] weights;

  private BinaryRows(double[] scores, boolean[] outcomes, double[] weights) {
    this.scores = scores;
    this.outcomes = outcomes;
    this.weights = weights;
  }

  /**
   * Rows that count once each.
   *
   * @param scores a probability, or any number that is higher the likelier it is; NaN if the row could not be scored
   * @param outcomes whether it happened
   * @throws IllegalArgumentException if the lengths differ or a score is infinite
   */
  public static BinaryRows of(double[] scores, boolean[] outcomes) {
    Given.sameLength(scores.length, outcomes.length, "outcomes");
    Given.scores(scores);
    return new BinaryRows(scores, outcomes, null);
  }

  /**
   * The same rows with weights: a row of weight 3 is three equal rows, for figures and intervals alike. Weights that count
   * no rows, such as those that balance classes, have to be scaled so that they add up to the number of rows, or the
   * intervals are of other rows than there are.
   *
   * @param weights not negative
   * @throws IllegalArgumentException if there is not one for each row, or one is negative or not finite
   */
  public BinaryRows weighted(double[] weights) {
    Given.sameLength(scores.length, weights.length, "weights");
    Given.weights(weights);
    return new BinaryRows(scores, outcomes, weights);
  }

  /** The same rows after a calibration; what was not scored is not scored now. */
  public BinaryRows calibrated(Calibration calibration) {
    double[] calibrated = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      calibrated[i] = Double.isNaN(scores[i]) ? Double.NaN : calibration.of(scores[i]);
    }
    return new BinaryRows(calibrated, outcomes, weights);
  }

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public BinaryRows only(int[] rows) {
    boolean[] some = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = outcomes[rows[i]];
    }
    return new BinaryRows(
        Given.only(scores, rows), some, weights == null ? null : Given.only(weights, rows));
  }

  @Override
  public List<Card.Figure> chief(String of) {
    BinaryMeasures measures = BinaryMeasures.of(this, of);
    return Stream.of(measures.auc(), measures.logLoss()).flatMap(o -> o.stream()).toList();
  }

  @Override
  public List<Card.Figure> all(String of) {
    return BinaryMeasures.of(this, of).all();
  }

  @Override
  public Card onto(Card card, String of) {
    BinaryMeasures measures = BinaryMeasures.of(this, of);
    return card.withFiguresBehind(measures.all())
        .withBins(measures.bins(BinaryMeasures.BINS))
        .withGain(measures.gain(BinaryMeasures.STEPS));
  }

  Ranking ranking() {
    return Ranking.of(scores, outcomes, weights);
  }

  double coverage() {
    return Given.coverage(scores, weights);
  }

  double score(int row) {
    return scores[row];
  }

  boolean happened(int row) {
    return outcomes[row];
  }

  double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  double[] weights() {
    return weights;
  }

  @Override
  public String toString() {
    return size() + " rows with a score and an outcome";
  }
}
