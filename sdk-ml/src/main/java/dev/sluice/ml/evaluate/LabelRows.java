package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of which one of several labels is right, and which one the model gave. The arrays are kept, not copied: leave them
 * as they are.
 *
 * <pre>{@code
 * LabelRows test = LabelRows.of(List.of("red", "blue"), happened, predicted, probabilityOfHappened);
 * }</pre>
 */
public final class LabelRows implements EvaluatedRows {

  private final List<String> labels;
  private final int[] happened;
  private final int[] predicted;
  private final double[] probabilities;
  private final double[] weights;

  private LabelRows(
      List<String> labels,
      int[] happened,
      int[] predicted,
      double[] probabilities,
      double[] weights) {
    this.labels = labels;
    this.happened = happened;
    this.predicted = predicted;
    this.probabilities = probabilities;
    this.weights = weights;
  }

  /**
   * Rows that count once each.
   *
   * @param labels their names
   * @param happened the position of the label that is right
   * @param predicted the position of the label that the model gave; it does not matter where there is no probability
   * @param probabilities the probability that the model gave to the label that is right, 0 to 1; NaN if the row could not be
   *     scored
   * @throws IllegalArgumentException if the lengths differ, or there is no such label or probability
   */
  public static LabelRows of(
      List<String> labels, int[] happened, int[] predicted, double[] probabilities) {
    Given.sameLength(happened.length, predicted.length, "predicted labels");
    Given.sameLength(happened.length, probabilities.length, "probabilities");
    for (int i = 0; i < happened.length; i++) {
      boolean scored = !Double.isNaN(probabilities[i]);
      if (scored && (probabilities[i] < 0 || probabilities[i] > 1)) {
        throw new IllegalArgumentException(
            "the probability of row %d is %s".formatted(i, probabilities[i]));
      }
      label(labels, happened[i], i);
      if (scored) {
        label(labels, predicted[i], i);
      }
    }
    return new LabelRows(List.copyOf(labels), happened, predicted, probabilities, null);
  }

  private static void label(List<String> labels, int label, int row) {
    if (label < 0 || label >= labels.size()) {
      throw new IllegalArgumentException(
          "row %d has label %d, and there are %d labels".formatted(row, label, labels.size()));
    }
  }

  /**
   * The same rows with weights: a row of weight 3 is three equal rows, for figures and intervals alike.
   *
   * @throws IllegalArgumentException if there is not one for each row, or one is negative or not finite
   */
  public LabelRows weighted(double[] weights) {
    Given.sameLength(happened.length, weights.length, "weights");
    Given.weights(weights);
    return new LabelRows(labels, happened, predicted, probabilities, weights);
  }

  @Override
  public int size() {
    return happened.length;
  }

  @Override
  public LabelRows only(int[] rows) {
    return new LabelRows(
        labels,
        Given.only(happened, rows),
        Given.only(predicted, rows),
        Given.only(probabilities, rows),
        weights == null ? null : Given.only(weights, rows));
  }

  @Override
  public List<Card.Figure> chief(String of) {
    LabelMeasures measures = LabelMeasures.of(this, of);
    return Stream.of(measures.accuracy(), measures.logLoss()).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Card.Figure> all(String of) {
    return LabelMeasures.of(this, of).all();
  }

  @Override
  public Card onto(Card card, String of) {
    LabelMeasures measures = LabelMeasures.of(this, of);
    return card.withFiguresBehind(measures.all()).withConfusions(measures.confusions());
  }

  List<String> labels() {
    return labels;
  }

  boolean isScored(int row) {
    return !Double.isNaN(probabilities[row]);
  }

  int happened(int row) {
    return happened[row];
  }

  int predicted(int row) {
    return predicted[row];
  }

  double loss(int row) {
    return -Math.log(Math.max(ProbabilityLoss.LEAST, probabilities[row]));
  }

  double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  double coverage() {
    return Given.coverage(probabilities, weights);
  }

  @Override
  public String toString() {
    return size() + " rows with one of " + labels.size() + " labels";
  }
}
