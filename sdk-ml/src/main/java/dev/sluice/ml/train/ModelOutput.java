package dev.sluice.ml.train;

import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.NodeExpr;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Reason;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import java.util.List;

/**
 * What any model can give: {@code o -> row(Ctr::new).of(o.in(Impression::id), o.probability())}. Only these values
 * stand in a model's output, as they are, so that a model gives the same without Spark; what is computed of them is a
 * stage of its own behind it.
 *
 * @param <T> the record of the rows that go in
 */
public abstract class ModelOutput<T extends Record> {

  ModelOutput() {}

  /** A component of the row, as it is. */
  public final <V> Expr<Scored<T>, V> in(Fields.Typed<T, V> component) {
    return NodeExpr.of(FieldReader.field(component));
  }

  /** The features that moved the score most, the greatest first. */
  public final Expr<Scored<T>, List<Reason>> reasons(int most) {
    return cell(new Cell.Reasons(most));
  }

  static <S, V> Expr<S, V> wrong(String problem) {
    return NodeExpr.of(new ExprNode.Invalid(problem, CallSite.here()));
  }

  static <S, V> Expr<S, V> cell(Cell cell) {
    return NodeExpr.of(new CellNode(cell));
  }
}
