package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.ml.model.Cell;

/**
 * What a model of several labels gives.
 *
 * @param <T> the record of the rows that go in
 */
public final class MulticlassOutput<T extends Record> extends ModelOutput<T> {

  MulticlassOutput() {}

  /** The label that is most likely. */
  public Expr<Scored<T>, String> label() {
    return cell(new Cell.Label());
  }

  /** How likely that label is. */
  public Expr<Scored<T>, Double> probability() {
    return cell(new Cell.Value());
  }

  /** How likely one of the labels is; training refuses a label that it has not seen. */
  public Expr<Scored<T>, Double> probabilityOf(String label) {
    return cell(new Cell.OfLabel(label));
  }
}
