package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.ml.model.Cell;

/**
 * What a model of a number gives.
 *
 * @param <T> the record of the rows that go in
 */
public final class RegressionOutput<T extends Record> extends ModelOutput<T> {

  RegressionOutput() {}

  /** The number that is expected. */
  public Expr<Scored<T>, Double> prediction() {
    return cell(new Cell.Value());
  }
}
