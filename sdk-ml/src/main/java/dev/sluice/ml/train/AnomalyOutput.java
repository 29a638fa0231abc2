package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.ml.model.Cell;

/**
 * What a model of what is unusual gives. Reasons are what parted the row from the others so soon, in logarithms of the score
 * to the base of 2.
 *
 * @param <T> the record of the rows that go in
 */
public final class AnomalyOutput<T extends Record> extends ModelOutput<T> {

  AnomalyOutput() {}

  /** How unusual it is, from 0 to 1: about 0.5 and less is usual. */
  public Expr<Scored<T>, Double> score() {
    return cell(new Cell.Value());
  }

  /** Whether it scores as high as the share of the rows that is expected to be unusual. */
  public Expr<Scored<T>, Boolean> isAnomalous() {
    // From which score on is known when the model has been trained.
    return cell(new Cell.Decision(1));
  }
}
