package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.ml.model.Cell;

/**
 * What a model of true and false gives.
 *
 * @param <T> the record of the rows that go in
 */
public final class BinaryOutput<T extends Record> extends ModelOutput<T> {

  BinaryOutput() {}

  /** How likely it is, from 0 to 1; calibrated if the model is. */
  public Expr<Scored<T>, Double> probability() {
    return cell(new Cell.Value());
  }

  /**
   * Whether it is at least this likely.
   *
   * @param threshold from 0 to 1; another is a problem that {@code validate} tells
   */
  public Expr<Scored<T>, Boolean> decision(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      return wrong(
          "decision(%s): a probability is held against a threshold from 0 to 1"
              .formatted(threshold));
    }
    return cell(new Cell.Decision(threshold));
  }
}
