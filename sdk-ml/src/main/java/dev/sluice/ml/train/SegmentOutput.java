package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.ml.model.Cell;

/**
 * What a model of segments gives. Reasons are what makes the row unlike its segment.
 *
 * @param <T> the record of the rows that go in
 */
public final class SegmentOutput<T extends Record> extends ModelOutput<T> {

  SegmentOutput() {}

  /** The number of its segment, from 0, which is the largest. */
  public Expr<Scored<T>, Integer> segment() {
    return cell(new Cell.Index());
  }

  /** How far it is from the centre of its segment, in standard deviations of the features; 0 or more. */
  public Expr<Scored<T>, Double> distance() {
    return cell(new Cell.Value());
  }
}
