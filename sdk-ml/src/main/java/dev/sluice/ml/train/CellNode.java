package dev.sluice.ml.train;

import dev.sluice.ml.model.Cell;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Phrase;
import java.util.List;

/**
 * A score, where a model's output is written down.
 *
 * @param cell which
 */
record CellNode(Cell cell) implements ExprNode {

  @Override
  public List<ExprNode> children() {
    return List.of();
  }

  @Override
  public ExprNode withChildren(List<ExprNode> children) {
    return this;
  }

  @Override
  public Phrase text() {
    return Phrase.of(cell.toString());
  }
}
