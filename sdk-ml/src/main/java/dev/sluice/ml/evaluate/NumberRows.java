package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows with a number that the model predicted and the one that it was. The arrays are kept, not copied: leave them as they
 * are.
 *
 * <pre>{@code
 * List<Card.Figure> figures = NumberMeasures.of(NumberRows.of(predicted, happened), "test").all();
 * }</pre>
 */
public final class NumberRows implements EvaluatedRows {

  private final double[] predicted;
  private final double[] happened;
  private final double[] weights;

  private NumberRows(double[] predicted, double[] happened, double[] weights) {
    this.predicted = predicted;
    this.happened = happened;
    this.weights = weights;
  }

  /**
   * Rows that count once each.
   *
   * @param predicted the model's number; NaN if the row could not be scored
   * @param happened the number that it was, finite
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public static NumberRows of(double[] predicted, double[] happened) {
    Given.sameLength(predicted.length, happened.length, "numbers that it was");
    Given.scores(predicted);
    for (int i = 0; i < happened.length; i++) {
      if (!Double.isFinite(happened[i])) {
        throw new IllegalArgumentException("what row %d was is %s".formatted(i, happened[i]));
      }
    }
    return new NumberRows(predicted, happened, null);
  }

  /**
   * The same rows with weights: a row of weight 3 is three equal rows, for figures and intervals alike.
   *
   * @throws IllegalArgumentException if there is not one for each row, or one is negative or not finite
   */
  public NumberRows weighted(double[] weights) {
    Given.sameLength(predicted.length, weights.length, "weights");
    Given.weights(weights);
    return new NumberRows(predicted, happened, weights);
  }

  @Override
  public int size() {
    return predicted.length;
  }

  @Override
  public NumberRows only(int[] rows) {
    return new NumberRows(
        Given.only(predicted, rows),
        Given.only(happened, rows),
        weights == null ? null : Given.only(weights, rows));
  }

  @Override
  public List<Card.Figure> chief(String of) {
    NumberMeasures measures = NumberMeasures.of(this, of);
    return Stream.of(measures.rmse(), measures.mae()).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Card.Figure> all(String of) {
    return NumberMeasures.of(this, of).all();
  }

  @Override
  public Card onto(Card card, String of) {
    return card.withFiguresBehind(all(of));
  }

  boolean isScored(int row) {
    return !Double.isNaN(predicted[row]);
  }

  double happened(int row) {
    return happened[row];
  }

  double error(int row) {
    return predicted[row] - happened[row];
  }

  double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  double coverage() {
    return Given.coverage(predicted, weights);
  }

  @Override
  public String toString() {
    return size() + " rows with a predicted number";
  }
}
